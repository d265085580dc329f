using Holdfire.Model;

namespace Holdfire.Fusion;

/// <summary>
/// Rows with their reports. Numbers are given in the order of arrival; everything that adds up goes by the order of the ids.
/// </summary>
internal sealed class FusionRows
{
    private readonly int sorted;
    private readonly Dictionary<ReportId, int>? added;
    private Report[] reports;

    private FusionRows(Report[] reports, FusionRow[] rows, bool isGrowing)
    {
        (this.reports, Values, Count, sorted) = (reports, rows, reports.Length, reports.Length);
        added = isGrowing ? [] : null;
    }

    /// <summary>The rows; longer than <see cref="Count"/> while it grows.</summary>
    public FusionRow[] Values { get; private set; }

    public int Count { get; private set; }

    public Report this[int number] => reports[number];

    /// <summary>The rows of reports, numbered in the order of the ids.</summary>
    /// <exception cref="ArgumentException">Two reports have one id.</exception>
    public static FusionRows Of(IEnumerable<Report> all, RowBuilder builder)
    {
        var reports = all.ToArray();
        SortById(reports);
        foreach (var report in reports)
        {
            builder.Note(report);
        }

        var rows = new FusionRow[reports.Length];
        Chunks.Run(reports.Length, (from, to) =>
        {
            for (var i = from; i < to; i++)
            {
                builder.Fill(out rows[i], reports[i]);
            }
        });
        return new FusionRows(reports, rows, false);
    }

    /// <summary>The same rows, to which others can be added.</summary>
    public FusionRows Growing() => new(reports, Values, true);

    /// <summary>Adds a row to rows that grow; its number.</summary>
    public int Add(Report report, in FusionRow row)
    {
        added!.Add(report.Id, Count);
        if (Count == Values.Length)
        {
            var (longer, wider) = (reports, Values);
            Array.Resize(ref longer, Math.Max(16, Count + (Count / 2)));
            Array.Resize(ref wider, longer.Length);
            (reports, Values) = (longer, wider);
        }

        (reports[Count], Values[Count]) = (report, row);
        return Count++;
    }

    /// <summary>Which of two comes first by id.</summary>
    public int Compare(int a, int b) => added is null ? a.CompareTo(b) : reports[a].Id.CompareTo(reports[b].Id);

    /// <summary>The number of the report with this id.</summary>
    public bool TryFind(ReportId id, out int number)
    {
        if (added is not null && added.TryGetValue(id, out number))
        {
            return true;
        }

        number = reports.AsSpan(0, sorted).BinarySearch(new ById(id));
        return number >= 0;
    }

    private readonly record struct ById(ReportId Id) : IComparable<Report>
    {
        public int CompareTo(Report? other) => other is null ? 1 : Id.CompareTo(other.Id);
    }

    private static void SortById(Report[] reports)
    {
        if (IsRising(reports))
        {
            return;
        }

        Array.Sort(Array.ConvertAll(reports, r => r.Id.Value), reports, StringComparer.Ordinal);
        for (var i = 1; i < reports.Length; i++)
        {
            if (reports[i - 1].Id == reports[i].Id)
            {
                throw new ArgumentException($"two reports have the id {reports[i].Id}", nameof(reports));
            }
        }
    }

    private static bool IsRising(Report[] reports) => Chunks.Gather(Math.Max(0, reports.Length - 1), (from, to) =>
    {
        for (var i = from; i < to; i++)
        {
            if (reports[i].Id.CompareTo(reports[i + 1].Id) >= 0)
            {
                return false;
            }
        }

        return true;
    }).All(rising => rising);
}

using Holdfire.Reports;

namespace Holdfire.Incidents;

/// <summary>
/// Rows with their reports. Numbers are given in the order of arrival; everything that adds up goes by the order of the ids.
/// </summary>
internal sealed class FusionRows
{
    private readonly bool sorted;
    private Report[] reports;

    private FusionRows(Report[] reports, FusionRow[] rows, bool sorted)
    {
        (this.reports, Values, this.sorted) = (reports, rows, sorted);
        Count = reports.Length;
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
                rows[i] = builder.Row(reports[i]);
            }
        });
        return new FusionRows(reports, rows, true);
    }

    /// <summary>The same rows, to which others can be added.</summary>
    public FusionRows Growing() => new(reports, Values, false);

    /// <summary>Adds a row; its number.</summary>
    public int Add(Report report, FusionRow row)
    {
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
    public int Compare(int a, int b) => sorted ? a.CompareTo(b) : reports[a].Id.CompareTo(reports[b].Id);

    private static void SortById(Report[] reports)
    {
        var inOrder = true;
        for (var i = 1; i < reports.Length && inOrder; i++)
        {
            inOrder = reports[i - 1].Id.CompareTo(reports[i].Id) < 0;
        }

        if (!inOrder)
        {
            Array.Sort(Array.ConvertAll(reports, r => r.Id.Value), reports, StringComparer.Ordinal);
        }

        for (var i = 1; i < reports.Length; i++)
        {
            if (reports[i - 1].Id == reports[i].Id)
            {
                throw new ArgumentException($"two reports have the id {reports[i].Id}", nameof(reports));
            }
        }
    }
}

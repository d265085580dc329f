using Holdfire.Model;

namespace Holdfire.Fusion;

/// <summary>Rows with their reports, numbered in the order of the ids.</summary>
internal sealed class FusionRows
{
    private readonly Report[] reports;

    private FusionRows(Report[] reports, FusionRow[] rows) => (this.reports, Values) = (reports, rows);

    /// <summary>The rows.</summary>
    public FusionRow[] Values { get; }

    /// <summary>The number of rows.</summary>
    public int Count => reports.Length;

    /// <summary>The report of a row.</summary>
    public Report this[int number] => reports[number];

    /// <summary>The rows of reports.</summary>
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
        return new FusionRows(reports, rows);
    }

    /// <summary>The number of the report with this id.</summary>
    public bool TryFind(ReportId id, out int number)
    {
        number = reports.AsSpan().BinarySearch(new ById(id));
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

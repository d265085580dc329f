using System.Text;
using Holdfire.Model;

namespace Holdfire.CaseFormat;

/// <summary>Whether a report could be read in a case, before it is written there. Its source, and other reports that it names, are not looked for.</summary>
internal sealed class ReportCheck
{
    // Of a character in UTF-8, or of a quote that is doubled.
    private const int MostBytes = 3;
    private readonly Case @case;
    private readonly Fields fields = new();
    private LoadState state;
    private ReportReader reader;

    /// <summary>A check against this case.</summary>
    public ReportCheck(Case @case)
    {
        this.@case = @case;
        (state, reader) = Begin();
    }

    /// <summary>The first error of a row: the column, what was expected and what was found; null where it can be read.</summary>
    /// <param name="row">The fields in the order of the columns.</param>
    public (string Column, string Expected, string Found)? ErrorOf(string[] row)
    {
        fields.Row = row;
        var report = reader.Read(fields);
        EnteredReport.Check(fields, report.Areas.Length, state);
        if (report.Id.Value.AsSpan().IndexOfAny(";\n\r") >= 0)
        {
            state.Errors.Add(fields.At(ReportColumn.Id), "an id without semicolons and ends of lines", report.Id.Value);
        }

        // Quotes are doubled in a file, and fields are parted.
        if (row.Sum(f => f.Length + 3L) * MostBytes > EnteredReport.LongestRow && row.Sum(f => Encoding.UTF8.GetByteCount(f) + f.Count(c => c == '"') + 3L) > EnteredReport.LongestRow)
        {
            state.Errors.Add(fields.At((ReportColumn)Array.IndexOf(row, row.MaxBy(f => f.Length))), "a row of at most 1 MiB", "a longer one");
        }

        if (state.Errors.Count == 0)
        {
            return null;
        }

        var first = state.Errors.Sorted()[0];
        (state, reader) = Begin();
        return (first.Where, first.Expected, first.Found == "nothing" ? first.Found : $"'{first.Found}'");
    }

    private (LoadState State, ReportReader Reader) Begin()
    {
        var fresh = new LoadState { Places = @case.Places, Codes = @case.Codes, ChecksYears = true };
        fresh.Ids.Miss(IdKind.Report);
        fresh.Ids.Miss(IdKind.Source);
        foreach (var party in @case.Parties)
        {
            fresh.Ids.Define(IdKind.Party, party.Id.Value, default(Spot));
        }

        return (fresh, new ReportReader(fresh));
    }

    private sealed class Fields : ReportFields
    {
        public string[] Row { get; set; } = [];

        public override bool KeysChecked => false;

        public override string this[ReportColumn column] => Row[(int)column];

        // The column stands for the file, so that errors can be told by it.
        public override Spot At(ReportColumn column) => new(Names[(int)column], 1, 1);
    }
}

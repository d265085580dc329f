using Holdfire.Cli.Output;
using Holdfire.Importers;

namespace Holdfire.Cli.Commands;

/// <summary>Says what came of an import.</summary>
internal static class ImportReport
{
    private const int MostLines = 200;

    /// <summary>The rejected rows, one line each.</summary>
    public static void Errors(Terminal terminal, ImportSummary summary)
    {
        foreach (var row in summary.Rows.Take(MostLines))
        {
            terminal.Error.WriteLine(VisibleText.Line($"{row.File}:{row.Line}:{row.Column}: expected {row.Expected}, found {row.Found}"));
        }

        if (summary.Rows.Length > MostLines)
        {
            terminal.Error.WriteLine($"holdfire: {summary.Rows.Length - MostLines} more rows were rejected");
        }
    }

    /// <summary>The contract of docs/json.md.</summary>
    public static void Json(Terminal terminal, ImportSummary summary, ImportOptions options) => terminal.Out.WriteLine(Answer.Text(new
    {
        Schema = "holdfire/import/1",
        summary.Counts.Read,
        summary.Counts.Added,
        summary.Counts.Already,
        summary.Counts.Updated,
        summary.Counts.Withdrawn,
        summary.Counts.LeftOut,
        summary.Counts.Rejected,
        summary.Warnings,
        options.DryRun,
        Items = summary.Added,
    }));

    /// <summary>The same for a reader.</summary>
    public static void Text(Terminal terminal, ImportSummary summary, ImportOptions options)
    {
        var counts = summary.Counts;
        var more = (counts.Updated > 0 ? $", {counts.Updated} updated by the source" : "") + (counts.Withdrawn > 0 ? $", {counts.Withdrawn} taken back by the source" : "")
            + (counts.LeftOut.Count > 0 ? $", {counts.LeftOut.Values.Sum()} left out" : "");
        terminal.Out.WriteLine(
            $"import: {summary.Added} rows {(options.DryRun ? "would be " : "")}added, {summary.Present} already there, {summary.Rejected} rejected{more}"
            + (options.DryRun ? "; nothing was written" : ""));
        foreach (var (reason, rows) in counts.LeftOut)
        {
            terminal.Out.WriteLine(VisibleText.Line($"left out: {reason} ({rows})"));
        }

        foreach (var warning in summary.Warnings)
        {
            terminal.Out.WriteLine(VisibleText.Line($"note: {warning}"));
        }
    }
}

using System.Collections.Immutable;
using Holdfire.Cli.Output;
using Holdfire.Counts;

namespace Holdfire.Cli.Commands;

/// <summary>The JSON of counts, documented in docs/json.md.</summary>
internal static class CountsJson
{
    /// <summary>The columns of the same as CSV.</summary>
    public static readonly CsvShape Csv = new(
        "rows", ["^as_of", "^unit", "from", "to", "source", "region", "min", "max", "reports", "covered_hours", "overlap", "stated", "withdrawn"]);

    public static object Of(ImmutableArray<CountRow> rows, CountQuery query) => new
    {
        schema = "holdfire/counts/1",
        as_of = Texts.OfOptional(query.AsOf),
        unit = query.Unit,
        rows = rows.Select(r => new
        {
            from = Texts.Of(r.Window.Start),
            to = Texts.Of(r.Window.End),
            source = r.Source?.Value,
            region = r.Region?.Value,
            r.Min,
            r.Max,
            r.Reports,
            covered_hours = r.Coverage.Yes,
            overlap = r.Overlap.Select(o => o.Value),
            stated = r.Stated.Select(o => o.Value),
            withdrawn = r.Withdrawn.Select(o => o.Value),
        }),
    };
}

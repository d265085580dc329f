using System.Collections.Immutable;
using System.Globalization;
using Holdfire.Counts;
using Holdfire.Model;
using Holdfire.Views;
using NodaTime;

namespace Holdfire.Queries;

/// <summary><c>counts</c>: claimed numbers with bounds.</summary>
internal static class CountsQuery
{
    public static readonly OptionInfo Claimant = CommonOptions.Claimant("the side that makes the claims; needed without --source") with
    {
        Aliases = ["--side"],
    };

    public static readonly OptionInfo Source = CommonOptions.Source("one source; all of the side if left out");

    public static readonly OptionInfo Area = CommonOptions.Area("one area, by code or name") with { Aliases = ["--region"] };

    public static readonly OptionInfo Act = new("--act", "CODE", "the act, with all below it, such as attack.air.uav") { Required = true };

    public static readonly OptionInfo Measured = new("--measure", "NAME", "occurred, launched, destroyed, not_reached, hit or repelled; or the people killed or injured") { Required = true };

    public static readonly OptionInfo OfGroup = new("--of", "civilians|military|unknown", "with --measure killed or injured: civilians (if left out), military, or unknown: those of whom it is not said");

    public static readonly OptionInfo Unit = new("--unit", "NAME", "item, attack, breach, shelling, assault or one of the case's own; all in which this is claimed if left out");

    public static readonly OptionInfo From = CommonOptions.From("the first civil day in --tz") with { Required = true };

    public static readonly OptionInfo To = CommonOptions.To("the last civil day in --tz, included") with { Required = true };

    public static readonly OptionInfo By = new("--by", "day|week|phase|total", "day, week, phase or total") { Default = "total" };

    public static readonly QueryInfo Info = new()
    {
        Name = "counts",
        Page = "counts.md",
        Help = "Claimed numbers with bounds, and the hours covered next to them. Bounds on what is claimed, not on events.",
        Examples =
        [
            "counts --case cases/practice-line --claimant VEL --act attack.shelling --measure occurred --from 2031-03-01 --to 2031-03-14 --by day",
        ],
        Options = [Claimant, Source, Area, Act, Measured, OfGroup, Unit, From, To, By, CommonOptions.Zone],
        NotTaken =
        [
            new(["--actor"], "a claim that names no actor may count acts of either side; assess has lines by alleged actor"),
            new(["--near"], "claims are counted by area, and a circle would cut them; incidents takes it"),
        ],
        Bundleable = true,
        Run = Run,
    };

    private static readonly CsvShape Csv = new(
        "rows", ["^as_of", "^unit", "from", "to", "source", "region", "min", "max", "reports", "covered_hours", "overlap", "stated", "withdrawn"]);

    private static readonly CsvShape CsvOfUnits = Csv with { Columns = Csv.Columns.Replace("^unit", "unit") };

    private static CsvShape Shape(CsvShape shape, bool isKept) => isKept ? shape with { Columns = shape.Columns.Add("kept_whole_by") } : shape;

    private static QueryResult Run(CaseView whole, QueryArguments arguments, Work work)
    {
        var request = CountsRequest.Of(arguments, whole.Known);
        var view = request.Harm is { } harm ? HarmClaims.Of(whole, harm, request.People) : whole;
        var windows = CountWindows.Split(view.Known, request);
        ImmutableArray<CountUnit> units = request.Unit is { } asked ? [asked] : UnitsOf(view, request);
        var counted = units.Select(unit => Counter.Count(view, new CountQuery(
            request.Claimant, request.Source, request.Area, request.Act, request.Measure, windows, Unit: unit))).ToArray();

        // Units are never added: they stand next to each other, window by window.
        ImmutableArray<(CountRow Row, CountUnit Unit)> rows =
            [.. Enumerable.Range(0, windows.Length).SelectMany(w => units.Select((unit, u) => (counted[u][w], unit)))];
        var one = units.Length == 1 ? units[0] : (CountUnit?)null;
        return new QueryResult(
            new CountsAnswer(whole, one, [.. rows.Select(r => CountsAnswerRow.Of(r.Row) with { Unit = one is null ? r.Unit : null })]) { Of = request.Harm is null ? null : request.People },
            () => Table(rows, request.Zone, one is null))
        {
            Notes = () =>
            [
                $"Bounds on what {request.Claimant?.Value ?? request.Source!.Value.Value} claims of {request.Act}, "
                    + $"{Counted(request)} ({string.Join(", ", units)}), not on events."
                    + (one is null ? " Numbers of different units may be about the same events and are never added." : ""),
            ],
            Csv = Shape(one is null ? CsvOfUnits : Csv, rows.Any(r => !r.Row.KeptWholeBy.IsEmpty)),
        };
    }

    private static string Counted(CountsRequest request) =>
        request.Harm is { } harm ? $"{Texts.Words(harm)}, {(request.People == HarmGroup.Unknown ? "not said whether civilians" : Texts.Words(request.People))}" : Texts.Words(request.Measure);

    /// <summary>The units in which this is claimed.</summary>
    private static ImmutableArray<CountUnit> UnitsOf(CaseView view, CountsRequest request)
    {
        var sources = view.Known.Sources.Where(s => request.Claimant is { } side ? s.Party == side : s.Id == request.Source).Select(s => s.Id).ToHashSet();
        ImmutableArray<CountUnit> units =
        [
            .. view.Standing.Claimed
                .Where(r => r.PartOf is null && r.Measure == request.Measure && sources.Contains(r.Source) && !request.Act.IsDisjointFrom(r.Act))
                .Select(r => r.Unit).Distinct().Order(),
        ];
        return units.IsEmpty ? [CountUnit.Item] : units;
    }

    private static AnswerTable Table(ImmutableArray<(CountRow Row, CountUnit Unit)> rows, DateTimeZone zone, bool withUnit)
    {
        var windows = new WindowColumns(zone, rows.Select(r => r.Row.Window));
        return new AnswerTable(
            [.. windows.Header, "unit", "source", "region", "at least", "at most", "claims", "covered, h", "also stated", "withdrawn", "may overlap", "kept whole by"],
            [.. rows.Select(r => (ImmutableArray<string>)
            [
                .. windows.Cells(r.Row.Window),
                withUnit ? r.Unit.Value : "",
                r.Row.Source?.Value ?? "",
                r.Row.Region?.Value ?? "",
                r.Row.Min.ToString("#,0", CultureInfo.InvariantCulture),
                r.Row.Max?.ToString("#,0", CultureInfo.InvariantCulture) ?? "no upper limit",
                r.Row.Reports.ToString(CultureInfo.InvariantCulture),
                Texts.Hours(r.Row.Coverage.Yes),
                string.Join("\n", r.Row.Stated),
                string.Join("\n", r.Row.Withdrawn),
                r.Row.Overlap.Length <= 3 ? string.Join("\n", r.Row.Overlap) : $"{r.Row.Overlap.Length} claims",
                string.Join("\n", r.Row.KeptWholeBy),
            ])]).WithoutEmptyColumns();
    }
}

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

    public static readonly OptionInfo Measured = new("--measure", "NAME", "occurred, launched, destroyed, not_reached, hit or repelled") { Required = true };

    public static readonly OptionInfo Unit = new("--unit", "NAME", "item, attack, breach, shelling or assault; needed where claims are in several");

    public static readonly OptionInfo From = CommonOptions.From("the first civil day in --tz") with { Required = true };

    public static readonly OptionInfo To = CommonOptions.To("the last civil day in --tz, included") with { Required = true };

    public static readonly OptionInfo By = new("--by", "day|week|phase|total", "day, week, phase or total") { Default = "total" };

    public static readonly QueryInfo Info = new()
    {
        Name = "counts",
        Help = "Claimed numbers with bounds, and the hours covered next to them. Bounds on what is claimed, not on events.",
        Examples =
        [
            "counts --case cases/practice-line --claimant VEL --act attack.shelling --measure occurred --from 2031-03-01 --to 2031-03-14 --by day",
        ],
        Options = [Claimant, Source, Area, Act, Measured, Unit, From, To, By, CommonOptions.Zone],
        Bundleable = true,
        Run = Run,
    };

    private static readonly CsvShape Csv = new(
        "rows", ["^as_of", "^unit", "from", "to", "source", "region", "min", "max", "reports", "covered_hours", "overlap", "stated", "withdrawn"]);

    private static QueryResult Run(CaseView view, QueryArguments arguments, Work work)
    {
        var request = CountsRequest.Of(arguments, view.Known);
        var unit = request.Unit ?? OnlyUnit(view, request);
        var rows = Counter.Count(view, new CountQuery(
            request.Claimant, request.Source, request.Area, request.Act, request.Measure, CountWindows.Split(view.Known, request), Unit: unit));
        return new QueryResult(new CountsAnswer(view, unit, rows), () => Table(rows, request.Zone))
        {
            Notes = () =>
            [
                $"Bounds on what {request.Claimant?.Value ?? request.Source!.Value.Value} claims of {request.Act}, "
                    + $"{Texts.Words(request.Measure)} ({Texts.Words(unit)}), not on events.",
            ],
            Csv = Csv,
        };
    }

    /// <summary>The one unit in which this is claimed; several must be chosen from, since units are never added.</summary>
    private static CountUnit OnlyUnit(CaseView view, CountsRequest request)
    {
        var sources = view.Known.Sources.Where(s => request.Claimant is { } side ? s.Party == side : s.Id == request.Source).Select(s => s.Id).ToHashSet();
        var units = view.Standing.Claimed
            .Where(r => r.PartOf is null && r.Measure == request.Measure && sources.Contains(r.Source) && !request.Act.IsDisjointFrom(r.Act))
            .Select(r => r.Unit).Distinct().Order().ToList();
        return units.Count <= 1
            ? units.FirstOrDefault()
            : throw new QueryException(
                QueryErrorCodes.Missing, Unit.Name, $"one of {string.Join(", ", units.Select(Texts.Words))}, in which this is claimed", "none");
    }

    private static AnswerTable Table(ImmutableArray<CountRow> rows, DateTimeZone zone) => new AnswerTable(
        ["from", "to", "source", "region", "at least", "at most", "claims", "covered, h", "also stated", "withdrawn", "may overlap"],
        [.. rows.Select(r => (ImmutableArray<string>)
        [
            Texts.At(r.Window.Start, zone),
            Texts.At(r.Window.End, zone),
            r.Source?.Value ?? "",
            r.Region?.Value ?? "",
            r.Min.ToString("#,0", CultureInfo.InvariantCulture),
            r.Max?.ToString("#,0", CultureInfo.InvariantCulture) ?? "no upper limit",
            r.Reports.ToString(CultureInfo.InvariantCulture),
            Texts.Hours(r.Coverage.Yes),
            string.Join("\n", r.Stated),
            string.Join("\n", r.Withdrawn),
            r.Overlap.Length <= 3 ? string.Join("\n", r.Overlap) : $"{r.Overlap.Length} claims",
        ])]).WithoutEmptyColumns();
}

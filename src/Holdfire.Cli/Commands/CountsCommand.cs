using System.CommandLine;
using System.Collections.Immutable;
using Holdfire.Acts;
using Holdfire.Model;
using Holdfire.Views;
using Holdfire.Cli.Output;
using Holdfire.Counts;
using NodaTime;

namespace Holdfire.Cli.Commands;

/// <summary><c>holdfire counts</c>: claimed numbers with bounds.</summary>
internal static class CountsCommand
{
    public static Command Create()
    {
        var folder = Options.Case();
        var side = Options.Required("--side", "PARTY", "the side that makes the claims");
        var source = Options.Text("--source", "ID", "one source of that side; all of them if left out");
        var region = Options.Text("--region", "CODE", "one area, by code or name");
        var act = Options.Required("--act", "CODE", "the act, with all below it, such as attack.air.uav");
        var measure = Options.Required("--measure", "NAME", "occurred, launched, destroyed, not_reached, hit or repelled");
        var unit = Options.Text("--unit", "NAME", "item, attack, breach, shelling or assault; needed where claims are in several");
        var from = Options.Required("--from", "DATE", "the first civil day in --tz");
        var to = Options.Required("--to", "DATE", "the last civil day in --tz, included");
        var by = new Option<string>("--by") { Description = "day, week, phase or total", HelpName = "day|week|phase|total", DefaultValueFactory = _ => "total" };
        var zone = Options.Text("--tz", "ZONE", "the zone of the civil days; the case's own if left out");
        var asOf = Options.AsOf();
        var format = Options.Format();
        var command = new Command(
            "counts",
            "Claimed numbers with bounds, and the hours covered beside them. Bounds on what is claimed, not on events.\n\n"
            + "Example: holdfire counts --case cases/practice-line --side VEL --act attack.shelling --measure occurred --from 2031-03-01 --to 2031-03-14 --by day")
        {
            folder, side, source, region, act, measure, unit, from, to, by, zone, asOf, format,
        };
        command.SetAction(result =>
        {
            var known = Options.ReadInstant(result.GetValue(asOf));
            var @case = CaseInput.Load(result, folder).AsOf(known);
            var tz = Options.ReadZone(result.GetValue(zone), @case);
            var first = Options.ReadDate("--from", result.GetRequiredValue(from));
            var last = Options.ReadDate("--to", result.GetRequiredValue(to));
            if (last < first)
            {
                throw new InputException($"--to: expected a day not before {first:uuuu-MM-dd}, found '{last:uuuu-MM-dd}'");
            }

            var party = Options.Known("--side", result.GetRequiredValue(side), @case.Parties.Select(p => p.Id));
            var code = Options.Known("--act", result.GetRequiredValue(act), ActList.Codes);
            var measured = Options.ReadEnum<Measure>("--measure", result.GetRequiredValue(measure));
            var query = new CountQuery(
                party,
                result.GetValue(source) is { } s ? Options.Known("--source", s, @case.Sources.Where(x => x.Party == party).Select(x => x.Id)) : null,
                result.GetValue(region) is { } r ? Options.ReadArea("--region", r, @case) : null,
                code,
                measured,
                Windows.Split(@case, first, last, tz, result.GetRequiredValue(by)),
                known,
                Unit: result.GetValue(unit) is { } u ? Options.ReadEnum<CountUnit>("--unit", u) : UnitOf(@case, party, code, measured));
            var rows = Counter.Count(@case, query);
            Answer.Print(result.GetValue(format), CountsJson.Of(rows, query), () => Table(rows, tz), query.AsOf,
                () => [$"Bounds on what {query.Side} claims of {query.Act}, {Texts.Words(query.Measure)} ({Texts.Words(query.Unit)}), not on events."],
                @case.Invented, CountsJson.Csv);
            return ExitCodes.Done;
        });
        return command;
    }

    /// <summary>The one unit in which the side claims this; several must be chosen from, since units are never added.</summary>
    private static CountUnit UnitOf(Case @case, PartyId side, ActCode act, Measure measure)
    {
        var sources = @case.Sources.Where(s => s.Party == side).Select(s => s.Id).ToHashSet();
        var units = @case.Standing().Claimed.Where(r => r.PartOf is null && r.Measure == measure && sources.Contains(r.Source) && !act.IsDisjointFrom(r.Act))
            .Select(r => r.Unit).Distinct().Order().ToList();
        return units.Count <= 1
            ? units.FirstOrDefault()
            : throw new InputException($"--unit: expected one of {string.Join(", ", units.Select(Texts.Words))}, in which this side claims this; found none");
    }

    private static Sheet Table(ImmutableArray<CountRow> rows, DateTimeZone zone) => new Sheet(
        ["from", "to", "source", "region", "at least", "at most", "claims", "covered, h", "also stated", "withdrawn", "may overlap"],
        [.. rows.Select(r => (ImmutableArray<string>)
        [
            Local(r.Window.Start, zone),
            Local(r.Window.End, zone),
            r.Source?.Value ?? "",
            r.Region?.Value ?? "",
            r.Min.ToString("#,0", System.Globalization.CultureInfo.InvariantCulture),
            r.Max?.ToString("#,0", System.Globalization.CultureInfo.InvariantCulture) ?? "no upper limit",
            r.Reports.ToString(System.Globalization.CultureInfo.InvariantCulture),
            Texts.Hours(r.Coverage.Yes),
            string.Join("\n", r.Stated),
            string.Join("\n", r.Withdrawn),
            r.Overlap.Length <= 3 ? string.Join("\n", r.Overlap) : $"{r.Overlap.Length} claims",
        ])]).WithoutEmptyColumns();

    private static string Local(Instant instant, DateTimeZone zone) =>
        instant.InZone(zone).ToString("uuuu-MM-dd HH:mm o<m>", System.Globalization.CultureInfo.InvariantCulture);
}

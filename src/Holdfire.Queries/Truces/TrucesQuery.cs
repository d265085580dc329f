using System.Collections.Immutable;
using System.Globalization;
using Holdfire.Model;
using Holdfire.Places;
using Holdfire.Views;
using NodaTime;

namespace Holdfire.Queries;

/// <summary><c>truces</c>: what was agreed.</summary>
internal static class TrucesQuery
{
    private static readonly OptionInfo Zone = new("--tz", "ZONE", "the zone of the civil days, the case's own if left out, and of the times in a table, then that of each truce");

    private static readonly OptionInfo From = EventFilter.From with { Help = "only truces that may have run on or after this civil day in --tz" };
    private static readonly OptionInfo To = EventFilter.To with { Help = "only truces that may have run on or before this civil day in --tz" };
    private static readonly OptionInfo Area = EventFilter.Area with { Help = "only truces whose terms may hold in this area, by code or name" };
    private static readonly OptionInfo Near = EventFilter.Near with { Help = "only truces whose terms may hold within --km of this point, WGS 84 degrees such as 48.62,37.99" };

    public static readonly QueryInfo Info = new()
    {
        Name = "truces",
        Help = "What was agreed: each truce with who said what to it, whom it bound and when, and where it stands now.",
        Examples = ["truces --case cases/practice-line"],
        Options = [CommonOptions.Now, From, To, Area, Near, EventFilter.Km, Zone],
        NotTaken =
        [
            new(["--claimant", "--actor", "--source"], "terms are agreed, not claimed; assess and findings tell what is claimed under them"),
        ],
        Bundleable = true,
        Run = Run,
    };

    // One row for each party that a truce bound, one for a truce that bound none.
    private static readonly CsvShape Csv = new(
        "truces.in_force",
        [
            "^^as_of", "^truce", "^name", "^from", "^to", "^zone", "^extended", "party", "in_force_from=from", "in_force_to=to", "basis",
            "disputed", "prohibitions=^prohibitions.id", "^release_clause", "^^now", "^state", "in_force_state=state",
        ]);

    private static QueryResult Run(CaseView view, QueryArguments arguments, Work work)
    {
        var zone = arguments.Text(Zone) is null ? null : arguments.Zone(Zone, view.Known);
        var filter = EventFilter.Of(arguments, view.Known);
        ImmutableArray<Truce> truces = [.. view.Known.Truces.Where(t => MayHold(t, filter))];
        var now = arguments.Text(CommonOptions.Now) is { } text ? QueryArguments.ReadInstant(arguments.NameOf(CommonOptions.Now), text) : (Instant?)null;
        return new QueryResult(new TrucesAnswer(view, truces, now), () => Table(truces, zone, now))
        {
            Notes = () => now is { } at ? [$"What is in force, as of {Texts.Of(at, zone)}."] : [],
            Csv = Csv, Nothing = view.Known.Truces.IsEmpty ? "This case has no truce yet. Add one to truces.yaml." : "No truce fits what was asked.",
        };
    }

    // A truce ran when it bound a party; one that never did, when it was meant to. Terms without areas hold anywhere.
    private static bool MayHold(Truce truce, EventFilter filter)
    {
        Interval[] times = truce.InForce.IsEmpty ? [truce.Intended] : [.. truce.InForce.Select(f => f.When)];
        ImmutableArray<AreaCode> areas = truce.Prohibitions.Any(p => p.Areas.IsEmpty) ? [] : [.. truce.Prohibitions.SelectMany(p => p.Areas).Distinct()];
        return times.Any(t => filter.Lets(new FilteredEvent([], default, [], t, areas, null, [])));
    }

    private static AnswerTable Table(ImmutableArray<Truce> truces, DateTimeZone? zone, Instant? now) => new(
        ["truce", "name", "said of it", "in force", "forbids", "release clause", .. now is null ? Array.Empty<string>() : ["now"]],
        [.. truces.Select(t => (ImmutableArray<string>)
        [
            t.Id.Value,
            t.Name,
            string.Join("\n", t.Declarations.Concat(t.Extensions.SelectMany(e => e.Declarations)).Select(d => $"{d.Actor} {Texts.Words(d.Kind)}")),
            t.InForce.IsEmpty
                ? "never in force"
                : string.Join("\n", t.InForce.Select(f => $"{f.Party}: {When(f, zone?.Id ?? f.Zone)}{(f.Disputed ? " (disputed)" : "")}")),
            string.Join("\n", t.Prohibitions.Select(p => $"{p.Act}{(p.Target is { } k ? $" on {k.Value.Replace('_', ' ')}" : "")}: {string.Join(", ", p.Bound)}")),
            t.ReleaseClause ?? "none",
            .. now is { } at ? [Texts.Words(t.At(at))] : Array.Empty<string>(),
        ])]);

    private static string When(InForce force, string zone)
    {
        var interval = force.When;
        var tz = DateTimeZoneProviders.Tzdb[zone];
        string Local(Instant i) => i.InZone(tz).ToString("uuuu-MM-dd HH:mm", CultureInfo.InvariantCulture);
        return $"{(interval.HasStart ? Local(interval.Start) : "unknown")} to {(interval.HasEnd ? Local(interval.End) : force.EndUnknown ? "an end not known" : "open")} {zone}";
    }
}

using System.Collections.Immutable;
using System.Globalization;
using Holdfire.Model;
using Holdfire.Views;
using NodaTime;

namespace Holdfire.Queries;

/// <summary><c>truces</c>: what was agreed.</summary>
internal static class TrucesQuery
{
    private static readonly OptionInfo Zone = new("--tz", "ZONE", "the zone of the times in a table; that of each truce if left out");

    public static readonly QueryInfo Info = new()
    {
        Name = "truces",
        Help = "What was agreed: each truce with who said what to it, whom it bound and when.",
        Examples = ["truces --case cases/practice-line"],
        Options = [Zone],
        Bundleable = true,
        Run = Run,
    };

    // One row for each party that a truce bound, one for a truce that bound none.
    private static readonly CsvShape Csv = new(
        "truces.in_force",
        [
            "^^as_of", "^truce", "^name", "^from", "^to", "^zone", "^extended", "party", "in_force_from=from", "in_force_to=to", "basis",
            "disputed", "prohibitions=^prohibitions.id", "^release_clause",
        ]);

    private static QueryResult Run(CaseView view, QueryArguments arguments, Work work)
    {
        var zone = arguments.Text(Zone) is null ? null : arguments.Zone(Zone, view.Known);
        return new QueryResult(new TrucesAnswer(view), () => Table(view.Known.Truces, zone)) { Csv = Csv, Nothing = "This case has no truce yet. Add one to truces.yaml." };
    }

    private static AnswerTable Table(ImmutableArray<Truce> truces, DateTimeZone? zone) => new(
        ["truce", "name", "said of it", "in force", "forbids", "release clause"],
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
        ])]);

    private static string When(InForce force, string zone)
    {
        var interval = force.When;
        var tz = DateTimeZoneProviders.Tzdb[zone];
        string Local(Instant i) => i.InZone(tz).ToString("uuuu-MM-dd HH:mm", CultureInfo.InvariantCulture);
        return $"{(interval.HasStart ? Local(interval.Start) : "unknown")} to {(interval.HasEnd ? Local(interval.End) : force.EndUnknown ? "an end not known" : "open")} {zone}";
    }
}

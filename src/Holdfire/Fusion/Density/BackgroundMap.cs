using System.Collections.Immutable;
using Holdfire.Acts;
using Holdfire.Places;
using Holdfire.Model;

namespace Holdfire.Fusion;

/// <summary>
/// What is usual: how often acts and actors are named, and how many reports there are per km² and hour at a place and time.
/// What agrees with the usual says little; what agrees on the unusual says much.
/// </summary>
/// <param name="ActShares">The share of reports that name each act, by code.</param>
/// <param name="ActorShares">The share of reports, of those that name an actor, that name this one.</param>
/// <param name="TargetShares">The share of reports, of those that name a target, that name this one.</param>
/// <param name="Single">The density of reports of single events.</param>
/// <param name="Aggregate">The density of reports that sum more than one event.</param>
public sealed record BackgroundMap(
    ImmutableSortedDictionary<string, double> ActShares, ImmutableSortedDictionary<string, double> ActorShares,
    ImmutableSortedDictionary<string, double> TargetShares,
    DensityMap Single, DensityMap Aggregate)
{
    /// <summary>The background that these reports make. The order of the reports does not matter.</summary>
    /// <param name="reports">The reports.</param>
    /// <param name="places">The places that they name.</param>
    /// <param name="sources">The sources, whose scope stands for a place that is not said.</param>
    public static BackgroundMap Of(IReadOnlyCollection<Report> reports, Gazetteer places, IEnumerable<Source> sources)
    {
        var spots = new ReportPlaces(places, sources);
        var acts = new Dictionary<string, long>();
        var actors = new Dictionary<string, long>();
        var targets = new Dictionary<string, long>();
        var single = new DensityBuilder(reports.Count);
        var aggregate = new DensityBuilder(0);
        foreach (var report in reports)
        {
            Count(acts, report.Act.Value);
            if (report.AllegedActor is { } actor)
            {
                Count(actors, actor.Value);
            }

            if (report.Target != TargetKind.Unknown)
            {
                Count(targets, NameOf(report.Target));
            }

            if (spots.CircleOf(report) is { } circle && ReportHours.Of(report) is { } hours)
            {
                (report.IsAggregate ? aggregate : single).Add(circle.Centre, (hours.Start + hours.End) / 2);
            }
        }

        return new BackgroundMap(Shares(acts), Shares(actors), Shares(targets), single.Build(), aggregate.Build());
    }

    internal IEnumerable<string> Faults() =>
        ActShares.Concat(ActorShares).Concat(TargetShares).Where(s => !(s.Value is >= 0 and <= 1))
            .Select(s => FormattableString.Invariant($"background: expected a share from 0 to 1 for '{s.Key}', found {s.Value}"))
            .Concat(ActShares.Keys.Where(a => !ActList.Codes.Any(c => c.Contains(new ActCode(a)))).Select(a => $"background.act_shares: expected a known act, found '{a}'"))
            .Concat(TargetShares.Keys.Where(t => !TargetList.Kinds.Any(k => NameOf(k) == t || k.Contains(new TargetKind(t)))).Select(t =>
                $"background.target_shares: expected one of {string.Join(", ", TargetList.Kinds.Select(NameOf))}, found '{t}'"))
            .Concat(Single.Faults("background.single")).Concat(Aggregate.Faults("background.aggregate"));

    /// <summary>The name of a kind of target among the shares: the first ones have names of an older form.</summary>
    internal static string NameOf(TargetKind kind) => kind.Value switch
    {
        "unknown" => "Unknown",
        "energy_facility" => "EnergyFacility",
        "military" => "Military",
        "residential" => "Residential",
        "other" => "Other",
        _ => kind.Value,
    };

    private static void Count(Dictionary<string, long> counts, string key) =>
        System.Runtime.InteropServices.CollectionsMarshal.GetValueRefOrAddDefault(counts, key, out _)++;

    private static ImmutableSortedDictionary<string, double> Shares(Dictionary<string, long> counts)
    {
        double all = counts.Values.Sum();
        return counts.ToImmutableSortedDictionary(c => c.Key, c => c.Value / all, StringComparer.Ordinal);
    }
}

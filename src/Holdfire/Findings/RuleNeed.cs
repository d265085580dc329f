using System.Collections.Immutable;
using Holdfire.Model;

namespace Holdfire.Findings;

/// <summary>
/// A condition of a rule: enough testimonies that match. An empty list of kinds, sides, modes or grades matches any.
/// </summary>
public sealed record RuleNeed
{
    /// <summary>How many different origins, at least.</summary>
    public int Origins { get; init; } = 1;

    /// <summary>How many different actors they must name, at least.</summary>
    public int Actors { get; init; }

    /// <summary>Whether they deny the event; else they affirm it.</summary>
    public bool Denies { get; init; }

    /// <summary>Whether nothing else affirms (or denies) the event.</summary>
    public bool Only { get; init; }

    /// <summary>
    /// That single events of this standard or better bear out as many as each claim of a sum counts at the least; null asks nothing.
    /// </summary>
    public StandardOfProof? BorneOut { get; init; }

    /// <summary>Whose side the origins are on.</summary>
    public ImmutableHashSet<TestimonySide> Sides { get; init; } = [];

    /// <summary>What their sources are.</summary>
    public ImmutableHashSet<SourceKind> Kinds { get; init; } = [];

    /// <summary>How they know.</summary>
    public ImmutableHashSet<ObservationMode> Modes { get; init; } = [];

    /// <summary>The reliability of their sources.</summary>
    public ImmutableHashSet<ReliabilityGrade> Grades { get; init; } = [];

    /// <summary>The testimonies that meet it, or null where they do not.</summary>
    public ImmutableArray<Testimony>? Meet(ImmutableArray<Testimony> all)
    {
        // Written out, since every rule asks this of every event and most events have one testimony.
        var matching = ImmutableArray<Testimony>.Empty;
        foreach (var testimony in all)
        {
            if (testimony.Denies != Denies)
            {
                continue;
            }

            if (Matches(testimony))
            {
                matching = matching.Add(testimony);
            }
            else if (Only)
            {
                return null;
            }
        }

        var met = matching.Length >= Math.Max(1, Math.Max(Origins, Actors))
            && (Origins <= 1 || matching.Select(t => t.Origin).Distinct(StringComparer.Ordinal).Count() >= Origins)
            && (Actors == 0 || matching.Select(t => t.Report.AllegedActor).OfType<PartyId>().Distinct().Count() >= Actors);
        return met ? matching : null;
    }

    /// <summary>Whether this is met wherever the other is.</summary>
    public bool FollowsFrom(RuleNeed other) =>
        Denies == other.Denies && Origins <= other.Origins && Actors <= other.Actors && (!Only || other.Only)
        && (BorneOut is null || other.BorneOut >= BorneOut)
        && Holds(Sides, other.Sides) && Holds(Kinds, other.Kinds) && Holds(Modes, other.Modes) && Holds(Grades, other.Grades);

    private static bool Holds<T>(ImmutableHashSet<T> wider, ImmutableHashSet<T> narrower) =>
        wider.IsEmpty || (!narrower.IsEmpty && narrower.IsSubsetOf(wider));

    private static bool Allows<T>(ImmutableHashSet<T> set, T value) => set.IsEmpty || set.Contains(value);

    private bool Matches(Testimony t) =>
        Allows(Sides, t.Side) && Allows(Kinds, t.Source.Kind) && Allows(Modes, t.Report.Mode) && Allows(Grades, t.Source.Grade);
}

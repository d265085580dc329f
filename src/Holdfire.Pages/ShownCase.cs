using System.Collections.Immutable;
using Holdfire.Model;
using Holdfire.Time;
using Holdfire.Views;
using NodaTime;

namespace Holdfire.Pages;

/// <summary>A case as a page shows it, and how much of the record is left out of it as not yet known.</summary>
/// <param name="Case">The case as it was known, without what can only be hindsight.</param>
/// <param name="Truces">The number of truces announced later.</param>
/// <param name="Declarations">The number of declarations made later, on truces that are shown.</param>
/// <param name="Statements">The number of statements made later.</param>
/// <param name="Accounts">The number of accounts of conflicts that are about later times, or that have no date.</param>
internal sealed record ShownCase(Case Case, int Truces, int Declarations, int Statements, int Accounts)
{
    public static ShownCase Of(CaseView view)
    {
        var (known, recorded) = (view.Known, view.Recorded);
        if (view.Coordinates.KnownBy is not { } at)
        {
            return new ShownCase(known, 0, 0, 0, 0);
        }

        var announced = known.Truces.Select(t => t.Id).ToHashSet();
        var said = known.Statements.Select(s => s.Id).ToHashSet();
        var conflicts = recorded.Conflicts.Where(c => said.Contains(c.Statement)).Select(c => Of(c, at))
            .Where(c => c.Accounts.Length > 0).ToImmutableArray();
        return new ShownCase(
            known with { Truces = [.. known.Truces.Select(t => Of(t, at))], Conflicts = conflicts },
            recorded.Truces.Length - known.Truces.Length,
            recorded.Truces.Where(t => announced.Contains(t.Id)).Sum(t => t.Declarations.Length) - known.Truces.Sum(t => t.Declarations.Length),
            recorded.Statements.Length - known.Statements.Length,
            recorded.Conflicts.Sum(c => c.Accounts.Length) - conflicts.Sum(c => c.Accounts.Length));
    }

    // The terms have no dates of their own, so they stay; accounts that differ can only be hindsight.
    private static Truce Of(Truce truce, Instant at) => truce with
    {
        InForce = [.. truce.InForce.Where(f => Intervals.StartOf(f.When) <= at)],
        Conflicts = [],
    };

    private static Conflict Of(Conflict conflict, Instant at) => conflict with
    {
        Accounts = [.. conflict.Accounts.Where(a => a.Quantities.Length > 0 && a.Quantities.All(q => q.KnownAt <= at))],
    };
}

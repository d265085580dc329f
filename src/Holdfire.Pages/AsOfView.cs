using System.Collections.Immutable;
using Holdfire.Model;
using Holdfire.Time;
using NodaTime;

namespace Holdfire.Pages;

/// <summary>A case without what was not yet known, and how much that was.</summary>
/// <param name="Case">The case; its reports are left as they are, since counts choose among them.</param>
/// <param name="Truces">Truces announced later.</param>
/// <param name="Declarations">Declarations made later, on truces that are shown.</param>
/// <param name="Statements">Statements made later.</param>
/// <param name="Accounts">Accounts of conflicts that are about later times, or that have no date.</param>
internal sealed record AsOfView(Case Case, int Truces, int Declarations, int Statements, int Accounts)
{
    public static AsOfView Of(Case @case, Instant? asOf)
    {
        if (asOf is not { } at)
        {
            return new AsOfView(@case, 0, 0, 0, 0);
        }
        var announced = @case.Truces.Where(t => Intervals.EndOf(t.Announced.Extent) <= at).ToImmutableArray();
        var truces = announced.Select(t => Of(t, at)).ToImmutableArray();
        var statements = @case.Statements.Where(s => s.KnownAt <= at).ToImmutableArray();
        var said = statements.Select(s => s.Id).ToHashSet();
        var conflicts = @case.Conflicts.Where(c => said.Contains(c.Statement)).Select(c => Of(c, at))
            .Where(c => c.Accounts.Length > 0).ToImmutableArray();
        return new AsOfView(
            @case with { Truces = truces, Statements = statements, Conflicts = conflicts, Talks = @case.Talks.KnownBy(said) },
            @case.Truces.Length - truces.Length,
            announced.Sum(t => t.Declarations.Length) - truces.Sum(t => t.Declarations.Length),
            @case.Statements.Length - statements.Length,
            @case.Conflicts.Sum(c => c.Accounts.Length) - conflicts.Sum(c => c.Accounts.Length));
    }

    // The terms have no dates of their own, so they stay; an extension and accounts that differ can only be hindsight.
    private static Truce Of(Truce truce, Instant at) => truce with
    {
        Declarations = [.. truce.Declarations.Where(d => Intervals.EndOf(d.When.Extent) <= at)],
        InForce = [.. truce.InForce.Where(f => Intervals.StartOf(f.When) <= at)],
        Extended = Intervals.EndOf(truce.Intended) <= at ? truce.Extended : null,
        Conflicts = [],
    };

    private static Conflict Of(Conflict conflict, Instant at) => conflict with
    {
        Accounts = [.. conflict.Accounts.Where(a => a.Quantities.Length > 0 && a.Quantities.All(q => q.KnownAt <= at))],
    };
}

using System.Collections.Immutable;
using Holdfire.Model;
using Holdfire.Time;
using NodaTime;

namespace Holdfire.Views;

/// <summary>A case as it was known at an instant.</summary>
public static class CaseAsOf
{
    /// <summary>
    /// The case with only the reports, detections, restrictions, steps, queries, replies, statements, their numbers, talks, truces, extensions and declarations that were known by then. Accounts of a truce that
    /// carry no time of their own (whether it was extended, which accounts of its terms differ) are left out until its end.
    /// </summary>
    /// <param name="case">The case.</param>
    /// <param name="instant">The instant, or null for everything.</param>
    public static Case AsOf(this Case @case, Instant? instant)
    {
        if (instant is not { } at)
        {
            return @case;
        }

        var statements = @case.Statements.Where(s => s.KnownAt <= at)
            .Select(s => s.Quantities.All(q => q.KnownAt <= at) ? s : s with { Quantities = Known(s.Quantities, at) }).ToImmutableArray();
        var said = statements.Select(s => s.Id).ToHashSet();
        return @case with
        {
            Reports = Known(@case.Reports, at),
            Statements = statements,
            Detections = [.. @case.Detections.Where(d => d.KnownAt <= at)],
            Sources = [.. @case.Sources.Select(s => s.Restrictions.All(r => r.KnownAt <= at) ? s : s with { Restrictions = [.. s.Restrictions.Where(r => r.KnownAt <= at)] })],
            Steps = [.. @case.Steps.Where(s => s.At <= at)],
            Queries = [.. @case.Queries.Where(q => q.Sent <= at)],
            Replies = [.. @case.Replies.Where(r => r.Received <= at)],
            Corrections = [.. @case.Corrections.Where(c => c.Published is not { } said || said <= at)],
            Talks = @case.Talks.KnownBy(said),
            Conflicts =
            [
                .. @case.Conflicts.Where(c => said.Contains(c.Statement))
                    .Select(c => c with { Accounts = [.. c.Accounts.Select(a => a with { Quantities = Known(a.Quantities, at) })] }),
            ],
            Truces = [.. @case.Truces.Where(t => Intervals.EndOf(t.Announced.Extent) <= at).Select(t => AsOf(t, at))],
        };
    }

    private static ImmutableArray<Report> Known(ImmutableArray<Report> reports, Instant at) => [.. reports.Where(r => r.KnownAt <= at)];

    private static ImmutableArray<Declaration> Said(ImmutableArray<Declaration> declarations, Instant at) =>
        [.. declarations.Where(d => Intervals.EndOf(d.When.Extent) <= at)];

    private static Truce AsOf(Truce recorded, Instant at)
    {
        var truce = recorded.WithExtensions(recorded.Extensions.TakeWhile(e => Intervals.EndOf(e.Announced.Extent) <= at).Count());
        var over = Intervals.EndOf(truce.Intended) <= at;
        return truce with
        {
            Declarations = Said(truce.Declarations, at),
            Extensions = [.. truce.Extensions.Select(e => e with { Declarations = Said(e.Declarations, at) })],
            Extended = over ? truce.Extended : null,
            Conflicts = over ? truce.Conflicts : [],
        };
    }
}

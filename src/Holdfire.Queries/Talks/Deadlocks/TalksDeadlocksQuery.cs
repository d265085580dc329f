using System.Collections.Immutable;
using Holdfire.Model;
using Holdfire.Talks;
using Holdfire.Talks.Deadlocks;
using Holdfire.Views;

namespace Holdfire.Queries;

/// <summary><c>talks deadlocks</c>: where the talks lock, and which smallest changes would unlock them.</summary>
internal static class TalksDeadlocksQuery
{
    private static readonly OptionInfo Everyone = OptionInfo.Flag("--everyone", "count the preconditions of others than the sides too");

    private static readonly OptionInfo Graph = new("--graph", "dot|graphml", "print the graph of the preconditions instead");

    public static readonly QueryInfo Info = new()
    {
        Name = "talks deadlocks",
        Help = "Where the talks lock, by what was stated alone and with what is inferred; and the smallest changes that would unlock them.",
        Examples = ["talks deadlocks --case my-case"],
        Options = [Everyone, Graph],
        NotTaken =
        [
            new(["--claimant", "--source"], "a deadlock is between parties, so it needs what each has said"),
            new(["--actor", "--area", "--near"], "talks are about words, not about acts"),
            new(["--from", "--to"], "it is of the preconditions that stand; --known-by shows those of an earlier time"),
            new(["--tz"], "it prints no times"),
        ],
        Run = Run,
    };

    private static readonly CsvShape Csv = new("readings.deadlocks.cycles",
    [
        "with_inferred=^^with_inferred", "deadlock=^items", "cycle=preconditions", "stated", "in_words", "drop_exact=^drop.exact",
        "drop_least=^drop.least", "drop_count=^drop.count",
    ]);

    /// <summary>The parties of the case, whose preconditions count unless everyone's do.</summary>
    public static ImmutableHashSet<PartyId> Sides(Case @case) => [.. @case.Parties.Where(p => p.Role == PartyRole.Party).Select(p => p.Id)];

    private static QueryResult Run(CaseView view, QueryArguments arguments, Work work)
    {
        var @case = view.Known;
        var graph = arguments.Enum<GraphFormat>(Graph);
        var sides = arguments.Has(Everyone) ? null : Sides(@case);
        var (stated, inferred) = (DeadlockAnalysis.Of(@case.Talks, false, sides), DeadlockAnalysis.Of(@case.Talks, true, sides));
        return new QueryResult(
            new TalksDeadlocksAnswer(view, @case.Parties.Select(p => p.Id).Where(p => sides?.Contains(p) ?? false), sides is null, stated, inferred),
            () => new AnswerTable(
                ["reading", "deadlock", "cycle", "in words"],
                [.. Rows("stated alone", stated, @case), .. Rows("with inferred", inferred, @case)]))
        {
            Notes = () => DeadlockNotes.Of(stated, inferred, @case),
            Csv = Csv,
            Instead = graph switch
            {
                GraphFormat.Dot => () => PreconditionGraph.Dot(@case),
                GraphFormat.Graphml => () => PreconditionGraph.GraphMl(@case),
                _ => null,
            },
        };
    }

    private static IEnumerable<ImmutableArray<string>> Rows(string reading, DeadlockAnalysis found, Case @case) =>
        found.Deadlocks.IsEmpty
            ? [[reading, "none", "", ""]]
            : found.Deadlocks.SelectMany((d, i) => d.Cycles.Select(c => (ImmutableArray<string>)
            [
                reading, FormattableString.Invariant($"{i + 1}: {string.Join(' ', d.Items)}"), string.Join(' ', c.Preconditions.Select(p => p.Id)),
                TalksWords.Of(c, @case),
            ]));
}

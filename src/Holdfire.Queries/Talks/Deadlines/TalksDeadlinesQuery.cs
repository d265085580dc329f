using System.Collections.Immutable;
using Holdfire.Model;
using Holdfire.Talks;
using Holdfire.Time;
using Holdfire.Views;
using NodaTime;

namespace Holdfire.Queries;

/// <summary><c>talks deadlines</c>: threats, promises and offers with an end, and what became of them.</summary>
internal static class TalksDeadlinesQuery
{
    private static readonly OptionInfo Claimant = CommonOptions.Claimant("only what this party threatened, promised or proposed");

    private static readonly OptionInfo From = EventFilter.From with { Help = "only deadlines that may end on or after this civil day in --tz" };

    private static readonly OptionInfo To = EventFilter.To with { Help = "only deadlines that may end on or before this civil day in --tz" };

    public static readonly QueryInfo Info = new()
    {
        Name = "talks deadlines",
        Help = "Threats, promises and proposals with an end, and what became of them.",
        Examples = ["talks deadlines --case my-case"],
        Options = [Claimant, TalksSource.Option, From, To, CommonOptions.Now, TalksTexts.Zone],
        NotTaken =
        [
            new(["--actor", "--area", "--near"], "talks are about words, not about acts"),
        ],
        Run = Run,
    };

    private static readonly CsvShape Csv = new("deadlines",
    [
        "entry=entry.id", "what", "deadline=deadline.to", "status", "outcomes=outcomes.outcome", "answering=answers.position.party",
        "answers=answers.position.position", "statements=entry.statements",
    ]);

    private static QueryResult Run(CaseView view, QueryArguments arguments, Work work)
    {
        var zone = TalksTexts.ZoneOf(arguments, view.Known);
        var claimant = arguments.Known(Claimant, view.Known.Parties.Select(p => p.Id));
        var rests = TalksSource.Of(arguments, view.Known);
        var days = EventFilter.DaysOf(arguments, view.Known);
        var now = arguments.Text(CommonOptions.Now) is { } text ? QueryArguments.ReadInstant(arguments.NameOf(CommonOptions.Now), text) : (Instant?)null;
        ImmutableArray<TalksDeadline> deadlines =
            [.. TalksDeadline.In(view, now).Where(d => claimant is not { } who || TalksRecord.MakersOf(d.Entry).Contains(who))
                .Where(d => rests(d.Entry) && (days is not { } span || MayEndIn(span, d.Deadline)))];
        return new QueryResult(new TalksDeadlinesAnswer(view, now, deadlines), () => Table(view.Known, deadlines, zone))
        {
            Csv = Csv, Notes = () => now is { } at ? [$"Deadlines as of {Texts.Of(at, zone)}."] : [],
        };
    }

    // What has no time said may end at any.
    private static bool MayEndIn(Interval days, TimeWindow? deadline) =>
        deadline is not { Extent.HasEnd: true } w || (w.Extent.End > Intervals.StartOf(days) && w.Extent.End <= Intervals.EndOf(days));

    private static AnswerTable Table(Case @case, ImmutableArray<TalksDeadline> deadlines, DateTimeZone? zone) => new(
        ["entry", "what", "by when", "what became of it", "those addressed, now", "statements"],
        [
            .. deadlines.Select(d => (ImmutableArray<string>)
            [
                d.Entry.Id.Value, TalksWords.Of(d.Entry, @case), TalksTexts.Deadline(d.Deadline, zone), Status(d),
                string.Join("\n", d.Answers.Select(p => $"{p.Party}: {TalksWords.Of(p, @case)} ({TalksTexts.Basis(p.Entry)})")
                    .DefaultIfEmpty("no answer on record")),
                TalksTexts.Basis(d.Entry),
            ]),
        ]);

    private static string Status(TalksDeadline deadline) => deadline.Status switch
    {
        DeadlineStatus.Known => string.Join("; ", deadline.Outcomes.Select(o => $"{TalksWords.Outcome(o.Kind)} ({TalksTexts.Basis(o)})")),
        DeadlineStatus.NoneSaid => "no time said",
        DeadlineStatus.Pending => "not passed yet",
        _ => deadline.Answers.IsEmpty ? "passed, no answer on record" : "passed; the record does not say what became of it",
    };
}

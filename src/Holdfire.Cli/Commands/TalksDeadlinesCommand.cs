using System.Collections.Immutable;
using System.CommandLine;
using Holdfire.Cli.Output;
using Holdfire.Model;
using Holdfire.Talks;
using Holdfire.Views;

namespace Holdfire.Cli.Commands;

/// <summary><c>holdfire talks deadlines</c>: threats, promises and offers with an end, and what became of them.</summary>
internal static class TalksDeadlinesCommand
{
    private static readonly CsvShape Csv = new("deadlines",
    [
        "entry=entry.id", "what", "deadline=deadline.to", "status", "outcomes=outcomes.outcome", "answering=answers.position.party",
        "answers=answers.position.position", "statements=entry.statements",
    ]);

    public static Command Create()
    {
        var (folder, asOf, format) = (Options.Case(), Options.AsOf(), Options.Format());
        var command = new Command(
            "deadlines",
            "Threats, promises and proposals with an end, and what became of them.\n\n" + "Example: holdfire talks deadlines --case my-case")
        {
            folder, asOf, format,
        };
        command.SetAction(result =>
        {
            var instant = Options.ReadInstant(result.GetValue(asOf));
            var @case = CaseInput.Load(result, folder).AsOf(instant);
            var deadlines = TalksDeadline.In(Holdfire.Views.CaseView.Of(@case, instant));
            Answer.Print(
                result.GetValue(format),
                new
                {
                    schema = "holdfire/talks-deadlines/1",
                    as_of = Texts.OfOptional(instant),
                    deadlines = deadlines.Select(d => new
                    {
                        what = TalksWords.Of(d.Entry, @case), deadline = TalksJson.Window(d.Deadline), d.Status,
                        outcomes = d.Outcomes.Select(o => new { outcome = o.Kind, entry = TalksJson.Entry(o) }),
                        answers = d.Answers.Select(p => new { item = p.Item.Value, position = TalksJson.Position(p) }),
                        entry = TalksJson.Entry(d.Entry),
                    }),
                },
                () => Table(@case, deadlines), instant, invented: @case.Invented, csv: Csv);
            return ExitCodes.Done;
        });
        return command;
    }

    private static Sheet Table(Case @case, ImmutableArray<TalksDeadline> deadlines) => new(
        ["entry", "what", "by when", "what became of it", "those addressed, now", "statements"],
        [
            .. deadlines.Select(d => (ImmutableArray<string>)
            [
                d.Entry.Id.Value, TalksWords.Of(d.Entry, @case), TalksTexts.Deadline(d.Deadline), Status(d),
                string.Join("\n", d.Answers.Select(p => $"{p.Party}: {TalksWords.Of(p, @case)} ({TalksTexts.Basis(p.Entry)})")
                    .DefaultIfEmpty("no answer on record")),
                TalksTexts.Basis(d.Entry),
            ]),
        ]);

    private static string Status(TalksDeadline deadline) => deadline.Status switch
    {
        DeadlineStatus.Known => string.Join("; ", deadline.Outcomes.Select(o => $"{TalksWords.Outcome(o.Kind)} ({TalksTexts.Basis(o)})")),
        DeadlineStatus.NoneSaid => "no time said",
        DeadlineStatus.Pending => "not over yet",
        _ => "over; the record does not say",
    };
}

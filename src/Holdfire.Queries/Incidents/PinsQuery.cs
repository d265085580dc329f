using System.Collections.Immutable;
using Holdfire.Views;

namespace Holdfire.Queries;

/// <summary><c>incidents pins</c>: what people decided on which reports are of one event.</summary>
internal static class PinsQuery
{
    public static readonly QueryInfo Info = new()
    {
        Name = "incidents pins",
        Help = "The pins that stand: which reports people hold to be, or not to be, of one event.",
        Examples = ["incidents pins --case cases/practice-line"],
        Options = [],
        NotTaken =
        [
            new(["--claimant", "--actor", "--source", "--area", "--near", "--from", "--to"], "a pin is a decision on two reports, which the incidents show with it"),
            new(["--tz"], "pins have no times"),
        ],
        Run = Run,
    };

    private static readonly CsvShape Csv = new("pins", ["id", "same", "a", "b", "by", "reason"]);

    private static QueryResult Run(CaseView view, QueryArguments arguments, Work work) => new(
        new PinsAnswer(view),
        () => new AnswerTable(
            ["pin", "report", "", "report", "by", "reason"],
            [.. view.Known.Pins.Select(p => (ImmutableArray<string>)[p.Id, p.A.Value, PinTexts.Words(p), p.B.Value, p.By, p.Reason])]))
    {
        Csv = Csv,
    };
}

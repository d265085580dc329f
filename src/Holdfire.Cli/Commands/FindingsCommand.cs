using System.CommandLine;
using Holdfire.Cli.Output;
using Holdfire.Findings;

namespace Holdfire.Cli.Commands;

/// <summary><c>holdfire findings</c>: what each event is under the terms, and what bears it out.</summary>
internal static class FindingsCommand
{
    private const string Example = "\n\nExample: holdfire findings";
    private const string Of = " --case cases/practice-line";

    public static Command Create()
    {
        var command = Query(
            "findings",
            "What each event is under the terms of each truce, what bears it out, and what is said of who did it." + Example + Of + " --truce T2 --standard corroborated",
            Options.Format(map: true), (answer, format) => Print(answer, format, FindingJson.Rows, () => FindingSheets.List(answer.Findings), () => FindingNotes.Summary(answer)));
        command.Add(Query(
            "counts", "How many events of each standard of proof each day of a truce holds, with bounds." + Example + " counts" + Of + " --truce T2",
            Options.Format(), (answer, format) => Print(answer, format, FindingJson.CountRows, () => FindingSheets.Counts(FindingCounts.PerDay(answer.Case, answer.Findings)), () => [FindingNotes.MadeBy(answer) + "."])));
        command.Add(One("show", "The findings on one event, under every truce that bears on it." + Example + " show I-hill-observer-011" + Of, FindingNotes.Show));
        command.Add(One("explain", "The same with every limit, rule, report and origin behind it." + Example + " explain I-hill-observer-011" + Of, FindingNotes.Explain));
        return command;
    }

    private static Command Query(string name, string description, Option<OutputFormat> format, Action<FindingAnswer, OutputFormat> print)
    {
        var (input, command) = (new FindingInput(), new Command(name, description));
        input.AddTo(command);
        command.Add(format);
        command.SetAction(result =>
        {
            print(input.Read(result), result.GetValue(format));
            return ExitCodes.Done;
        });
        return command;
    }

    private static Command One(string name, string description, Func<FindingAnswer, IEnumerable<string>> notes)
    {
        var id = new Argument<string>("ID") { Description = "the id of the event or claim, as findings lists it, or of a report about it" };
        var (input, format, command) = (new FindingInput(), Options.Format(map: true), new Command(name, description) { id });
        input.AddTo(command);
        command.Add(format);
        command.SetAction(result =>
        {
            var (all, asked) = (input.Read(result), result.GetRequiredValue(id));
            var answer = all with { Findings = [.. all.Findings.Where(f => f.Subject.Id == asked || f.Subject.Reports.Any(r => r.Id.Value == asked))] };
            if (answer.Findings.IsEmpty)
            {
                throw new InputException($"ID: expected the id of an event with a finding or of a report about it, as 'holdfire findings' lists them; found '{asked}'");
            }

            Print(answer, result.GetValue(format), FindingJson.Rows, () => FindingSheets.List(answer.Findings), () => notes(answer).Append(FindingNotes.MadeBy(answer) + "."));
            return ExitCodes.Done;
        });
        return command;
    }

    private static void Print(
        FindingAnswer answer, OutputFormat format, CsvShape csv, Func<Sheet> sheet, Func<IEnumerable<string>> notes)
    {
        if (format == OutputFormat.GeoJson)
        {
            Console.Out.WriteLine(FindingGeoJson.Of(answer));
            return;
        }

        Answer.Print(format, FindingJson.Of(answer), sheet, answer.AsOf, notes, answer.Case.Invented, csv);
    }
}

using System.Collections.Immutable;
using System.CommandLine;
using Holdfire.Cli.Output;

namespace Holdfire.Cli.Commands;

/// <summary><c>holdfire incidents pins</c>: what people decided on which reports are of one event.</summary>
internal static class IncidentPinsCommand
{
    public static Command Create()
    {
        var (folder, format) = (Options.Case(), Options.Format());
        var command = new Command(
            "pins",
            "The pins that stand: which reports people hold to be, or not to be, of one event.\n\n"
            + "Example: holdfire incidents pins --case cases/practice-line")
        {
            folder, format,
        };
        command.SetAction(result =>
        {
            var @case = CaseInput.Load(result, folder);
            Answer.Print(
                result.GetValue(format),
                new
                {
                    schema = "holdfire/pins/1",
                    pins = @case.Pins.Select(PinNotes.Json),
                },
                () => new Sheet(
                    ["pin", "report", "", "report", "by", "reason"],
                    [.. @case.Pins.Select(p => (ImmutableArray<string>)[p.Id, p.A.Value, PinNotes.Words(p), p.B.Value, p.By, p.Reason])]),
                invented: @case.Invented,
                csv: new CsvShape("pins", ["id", "same", "a", "b", "by", "reason"]));
            return ExitCodes.Done;
        });
        return command;
    }
}

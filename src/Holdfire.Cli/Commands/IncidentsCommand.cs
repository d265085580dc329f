using System.CommandLine;
using Holdfire.Acts;
using Holdfire.Model;
using Holdfire.Places;

namespace Holdfire.Cli.Commands;

/// <summary><c>holdfire incidents</c>: which reports are about one event.</summary>
internal static class IncidentsCommand
{
    public static Command Create()
    {
        var inputs = new IncidentInputs();
        var act = Options.Text("--act", "CODE", "only incidents of this act, with all below it");
        var area = Options.Text("--area", "CODE", "only incidents that may lie in this area, by code or name");
        var side = Options.Text("--side", "PARTY", "only incidents that a report blames on this party");
        var from = Options.Text("--from", "DATE", "only incidents that may have been on or after this civil day in --tz");
        var to = Options.Text("--to", "DATE", "only incidents that may have been on or before this civil day in --tz");
        var zone = Options.Text("--tz", "ZONE", "the zone of the civil days; the case's own if left out");
        var contested = new Option<bool>("--contested") { Description = "only incidents whose other reading is nearly as likely" };
        var merged = new Option<bool>("--merged") { Description = "only incidents of two or more reports" };
        var format = Options.Format(map: true);
        var command = new Command(
            "incidents",
            "Which reports are about the same event, with what they leave possible, how sure that is, and the other reading.\n\n"
            + "Example: holdfire incidents --case cases/practice-line --act attack.shelling --from 2031-03-10 --merged")
        {
            act, area, side, from, to, zone, contested, merged, format,
            IncidentShowCommand.Create(), IncidentFitCommand.Create(), IncidentPinCommand.Create(), IncidentUnpinCommand.Create(),
            IncidentPinsCommand.Create(),
        };
        inputs.AddTo(command);
        command.SetAction(result =>
        {
            var (input, @case) = inputs.Read(result);
            var filter = new IncidentFilter(
                result.GetValue(act) is { } a ? Options.Known("--act", a, ActList.Codes) : null,
                result.GetValue(area) is { } r ? new AreaFilter(@case.Places, Options.ReadArea("--area", r, @case)) : null,
                result.GetValue(side) is { } s ? Options.Known("--side", s, @case.Parties.Select(p => p.Id)) : null,
                Days(result.GetValue(from), result.GetValue(to), result.GetValue(zone), @case),
                result.GetValue(contested), result.GetValue(merged));
            var fused = IncidentInputs.Fuse(input);
            var shown = fused.Incidents(@case.Places).Where(i => filter.Lets(i)).ToList();
            IncidentOutput.Print(result.GetValue(format), input, shown, inputs.AsOfIn(result), @case.Invented);
            return ExitCodes.Done;
        });
        return command;
    }

    private static NodaTime.Interval? Days(string? from, string? to, string? zone, Case @case)
    {
        var tz = Options.ReadZone(zone, @case);
        if (from is null && to is null)
        {
            return null;
        }

        var start = from is null ? (NodaTime.Instant?)null : tz.AtStartOfDay(Options.ReadDate("--from", from)).ToInstant();
        var end = to is null ? (NodaTime.Instant?)null : tz.AtStartOfDay(Options.ReadDate("--to", to).PlusDays(1)).ToInstant();
        return end <= start
            ? throw new InputException($"--to: expected a day not before {from}, found '{to}'")
            : new NodaTime.Interval(start, end);
    }
}

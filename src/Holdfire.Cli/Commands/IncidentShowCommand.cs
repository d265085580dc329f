using System.Collections.Immutable;
using System.CommandLine;
using System.Globalization;
using Holdfire.Model;
using Holdfire.Cli.Output;
using Holdfire.Fusion;

namespace Holdfire.Cli.Commands;

/// <summary><c>holdfire incidents show</c>: one incident with its reports, and why they stand together.</summary>
internal static class IncidentShowCommand
{
    public static Command Create()
    {
        var inputs = new IncidentInputs();
        var id = new Argument<string>("ID") { Description = "the id of an incident or of a report in it" };
        var why = new Option<bool>("--why") { Description = "print what each field weighs, in bits (log2 of the odds before evidence_power)" };
        var format = Options.Format();
        var command = new Command(
            "show",
            "One incident: its reports, what they leave possible, what they disagree on, the other reading.\n\n"
            + "Example: holdfire incidents show I-hill-observer-011 --case cases/practice-line --why")
        {
            id, why, format,
        };
        inputs.AddTo(command);
        command.SetAction(result =>
        {
            var (input, @case) = inputs.Read(result);
            var fused = IncidentInputs.Fuse(input);
            var number = Find(fused, result.GetRequiredValue(id));
            var incident = fused.IncidentOf(number, @case.Places);
            var reasons = fused.ReasonsOf(fused.GroupOf(number));
            var contains = incident.IsAggregate ? Contains(fused, incident, @case) : [];
            var pins = PinNotes.On(@case, incident.Reports);
            var form = result.GetValue(format);
            Answer.Print(
                form,
                form == OutputFormat.Csv ? IncidentOutput.Json([incident], input.Parameters.Version, inputs.AsOfIn(result)) : new
                {
                    schema = "holdfire/incident/1",
                    as_of = Texts.OfOptional(inputs.AsOfIn(result)),
                    parameters = input.Parameters.Version,
                    incident = IncidentJson.Of(incident),
                    pins = pins.Select(PinNotes.Json),
                    contains = contains.Select(IncidentJson.Of),
                    why = result.GetValue(why) ? IncidentJson.Of(reasons) : null,
                },
                () => Reports(incident), inputs.AsOfIn(result),
                () => Notes(incident, contains).Concat(pins.Select(PinNotes.Line)).Append($"Parameters {input.Parameters.Version}.").Concat(result.GetValue(why) ? IncidentWhy.Lines(reasons) : []), @case.Invented, IncidentJson.Rows);
            return ExitCodes.Done;
        });
        return command;
    }

    private static int Find(FusionResult fused, string id)
    {
        for (var i = 0; i < fused.Count; i++)
        {
            var report = fused.ReportAt(i).Id;
            if (report.Value == id || IncidentId.Of(report).Value == id)
            {
                return i;
            }
        }

        throw new InputException($"ID: expected the id of an incident, as 'holdfire incidents' prints it, or of a report, found '{id}'");
    }

    private static ImmutableArray<Containment> Contains(FusionResult fused, Incident incident, Case @case)
    {
        var containments = new Containments(fused, @case.Places);
        return [.. incident.Reports.Where(r => r.IsAggregate).Select(containments.Of)];
    }

    private static Sheet Reports(Incident incident) => new(
        ["report", "source", "from", "to", "act", "counted", "alleged actor", "place", "mode"],
        [.. incident.Reports.Select(r => (ImmutableArray<string>)
        [
            r.Id.Value,
            r.Source.Value,
            r.Window.Extent.HasStart ? Texts.Of(r.Window.Extent.Start) : "",
            r.Window.Extent.HasEnd ? Texts.Of(r.Window.Extent.End) : "",
            r.Act.Value,
            $"{Texts.Words(r.Measure)} {Texts.Of(r.Count)}",
            r.AllegedActor?.Value ?? "",
            r.Point is { } p
                ? string.Create(CultureInfo.InvariantCulture, $"{p.Centre.Latitude:0.000} {p.Centre.Longitude:0.000} ± {p.RadiusKm:0.#} km")
                : string.Join(" ", r.Areas),
            Texts.Words(r.Mode),
        ])]);

    private static IEnumerable<string> Notes(Incident incident, ImmutableArray<Containment> contains)
    {
        yield return $"{incident.Id}: {incident.Act}, {IncidentOutput.Window(incident.Window)}, {IncidentOutput.Place(incident)}; "
            + $"these reports and no others: {IncidentOutput.Percent(incident.Probability)}.";
        foreach (var contradiction in incident.Contradictions)
        {
            yield return $"Not both can be right on {Texts.Words(contradiction.Kind)}: {contradiction.A} and {contradiction.B}.";
        }

        if (incident.RunnerUp is { } other)
        {
            yield return "The other reading: " + string.Join(" | ", other.Groups.Select(g => string.Join(" ", g)))
                + $"; its odds against this one are {Odds(other.Odds)}.";
        }

        foreach (var c in contains)
        {
            yield return $"{c.Claim.Id} claims {Texts.Of(c.Claimed)}; single reports match {Texts.Bounds(c.MatchedAtLeast, c.MatchedAtMost)} of them "
                + $"({c.Within} incidents surely in it, {c.Touching} at most)"
                + (c.IsExceeded ? $"; one source alone tells of {c.AtLeast}, more than it claims." : ".");
        }
    }

    private static string Odds(double odds) => odds >= 0.01
        ? "1 to " + (1 / odds).ToString("0.0", CultureInfo.InvariantCulture)
        : "below 1 to 100";
}

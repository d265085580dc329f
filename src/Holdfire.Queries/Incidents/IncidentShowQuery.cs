using System.Collections.Immutable;
using Holdfire.Fusion;
using Holdfire.Model;
using Holdfire.Views;

namespace Holdfire.Queries;

/// <summary><c>incidents show</c>: one incident with its reports, and why they stand together.</summary>
internal static class IncidentShowQuery
{
    private static readonly OptionInfo Id = new("ID", "", "the id of an incident or of a report in it") { Kind = OptionKind.Position };

    private static readonly OptionInfo Why = OptionInfo.Flag("--why", "print what each field weighs, in bits (log2 of the odds before evidence_power)");

    public static readonly QueryInfo Info = new()
    {
        Name = "incidents show",
        Help = "One incident: its reports with their words, links, times of publication and casualties, what they leave possible, what they disagree on, the other reading.",
        Examples = ["incidents show I-hill-observer-011 --case cases/practice-line --why"],
        Options = [Id, Why, CommonOptions.Zone, FusionChoice.Parameters],
        NotTaken =
        [
            new(["--claimant", "--actor", "--source", "--area", "--near", "--from", "--to"], "its id names the one event that is shown"),
        ],
        Run = Run,
    };

    private static QueryResult Run(CaseView view, QueryArguments arguments, Work work)
    {
        var (@case, zone) = (view.Known, arguments.Zone(CommonOptions.Zone, view.Known));
        var made = FusionChoice.Fused(view, arguments, work);
        var (input, fused) = (made.Input, made.All);
        var row = Find(fused, arguments.Required(Id));
        var incident = fused.IncidentOf(row, @case.Places);
        var contains = incident.IsAggregate ? Contains(fused, incident, @case) : [];
        var pins = PinTexts.On(@case, incident.Reports);
        var beside = DetectionsBeside.Of(@case, incident.Window, incident.Place, incident.Areas, incident.Reports.Select(r => r.Id));
        var why = arguments.Has(Why) ? fused.ReasonsOf(fused.GroupOf(row)) : null;
        return new QueryResult(
            new IncidentAnswer(view, input.Parameters.Version, incident, pins, contains, beside, why), () => IncidentTable.OfReports(incident.Reports, zone))
        {
            Notes = () =>
            [
                .. IncidentNotes.OfOne(incident, contains, zone), .. IncidentNotes.Words(incident, @case, zone), .. pins.Select(PinTexts.Line), .. beside.Select(d => IncidentNotes.Beside(d, zone)), $"Parameters {input.Parameters.Version}.",
                .. why is null ? [] : IncidentWhy.Lines(why),
            ],
            Csv = IncidentCsv.One,
        };
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

        throw new QueryException(
            QueryErrorCodes.UnknownValue, Id.Name, "the id of an incident, as 'holdfire incidents' prints it, or of a report", $"'{id}'");
    }

    private static ImmutableArray<Containment> Contains(FusionResult fused, Incident incident, Case @case)
    {
        var containments = new Containments(fused, @case.Places);
        return [.. incident.Reports.Where(r => r.IsAggregate).Select(containments.Of)];
    }
}

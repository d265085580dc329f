using System.Collections.Immutable;
using Holdfire.Fusion;
using Holdfire.Views;

namespace Holdfire.Queries;

/// <summary><c>incidents</c>: which reports are about one event.</summary>
internal static class IncidentsQuery
{
    private static readonly OptionInfo Contested = OptionInfo.Flag("--contested", "only incidents whose other reading is nearly as likely");

    private static readonly OptionInfo Merged = OptionInfo.Flag("--merged", "only incidents of two or more reports");

    public static readonly QueryInfo Info = new()
    {
        Name = "incidents",
        Page = "fusion.md",
        Help = "Which reports are about the same event, with what they leave possible, how sure that is, and the other reading.",
        Examples = ["incidents --case cases/practice-line --act attack.shelling --from 2031-03-10 --merged"],
        Options = [.. EventFilter.Options, Contested, Merged, FusionChoice.Parameters],
        Bundleable = true,
        OtherForms = ["geojson"],
        Run = Run,
    };

    private static QueryResult Run(CaseView view, QueryArguments arguments, Work work)
    {
        var filter = EventFilter.Of(arguments, view.Known);
        var (contested, merged) = (arguments.Has(Contested), arguments.Has(Merged));
        var zone = arguments.Zone(CommonOptions.Zone, view.Known);
        var (input, fused) = FusionChoice.Fused(view, arguments, work);
        ImmutableArray<Incident> shown =
        [
            .. fused.Incidents(view.Known.Places)
                .Where(i => (!contested || i.IsContested) && (!merged || i.Reports.Length > 1) && filter.Lets(FilteredEvent.Of(i))),
        ];
        var answer = new IncidentsAnswer(view, input.Parameters.Version, shown, fused.Crowded);
        return new QueryResult(answer, () => IncidentTable.Of(shown, view.Known, zone))
        {
            Notes = () => [.. IncidentNotes.OfList(shown, answer.Parameters), .. CrowdedAnswer.Notes(fused.Crowded)],
            Csv = IncidentCsv.List,
            OtherForms = ImmutableDictionary<string, Func<string>>.Empty.Add("geojson", () => IncidentGeoJson.Of(answer)),
        };
    }
}

using System.Collections.Immutable;
using Holdfire.Findings;
using Holdfire.Views;

namespace Holdfire.Queries;

/// <summary><c>findings</c> and the queries below it: what each event is under the terms, and what bears it out.</summary>
internal static class FindingsQuery
{
    private const string Case = " --case cases/practice-line";

    private static readonly OptionInfo Id = new("ID", "", "the id of the event or claim, as findings lists it, or of a report about it")
    {
        Kind = OptionKind.Position,
    };

    private static readonly CsvShape Rows = new("findings",
    [
        "id", "truce", "prohibition", "placement", "limits", "standard", "attribution", "actors", "act", "target", "from", "to", "areas",
        "point.lat", "point.lon", "point.radius_km", "count.min", "count.max", "aggregate", "reports", "origins", "rules=rules.rule",
        "attribution_rule=attribution_rule.rule", "^as_of", "^parameters", "rules_version=^rules", "harm.kind", "harm.of", "harm.min", "harm.max",
    ]);

    private static readonly CsvShape CountRows = new(
        "counts", ["truce", "from", "to", "standard", "at_least", "at_most", "^as_of", "^parameters", "rules_version=^rules"]);

    public static readonly QueryInfo Info = new()
    {
        Name = "findings",
        Page = "findings.md",
        Help = "What each event is under the terms of each truce, what bears it out, and what is said of who did it.",
        Examples = ["findings" + Case + " --truce T2 --standard corroborated"],
        Options = FindingsMade.Options,
        Conflicts = FindingsMade.Conflicts,
        Bundleable = true,
        OtherForms = ["geojson"],
        Run = (view, arguments, work) => List(FindingsMade.Of(view, arguments, work), FindingNotes.Summary),
    };

    /// <summary><c>findings counts</c>.</summary>
    public static readonly QueryInfo Counts = new()
    {
        Name = "findings counts",
        Help = "How many events of each standard of proof each day of a truce holds, with bounds.",
        Examples = ["findings counts" + Case + " --truce T2"],
        Options = FindingsMade.Options,
        Conflicts = FindingsMade.Conflicts,
        Run = RunCounts,
    };

    /// <summary><c>findings show</c>.</summary>
    public static readonly QueryInfo Show = One("findings show", "The findings on one event, under every truce that bears on it.", FindingNotes.Show);

    /// <summary><c>findings explain</c>.</summary>
    public static readonly QueryInfo Explain =
        One("findings explain", "The same with every limit, rule, report and origin behind it.", FindingNotes.Explain);

    private static QueryInfo One(string name, string help, Func<FindingsMade, IEnumerable<string>> notes) => new()
    {
        Name = name,
        Help = help,
        Examples = [$"{name} I-hill-observer-011{Case}"],
        Options = [Id, .. FindingsMade.Options],
        Conflicts = FindingsMade.Conflicts,
        OtherForms = ["geojson"],
        Run = (view, arguments, work) => List(
            About(arguments.Required(Id), FindingsMade.Of(view, arguments, work)), made => [.. notes(made), FindingNotes.MadeBy(made) + "."]),
    };

    private static FindingsMade About(string id, FindingsMade all)
    {
        var made = all with { Findings = [.. all.Findings.Where(f => f.Subject.Id == id || f.Subject.Reports.Any(r => r.Id.Value == id))] };
        return !made.Findings.IsEmpty ? made : throw new QueryException(
            QueryErrorCodes.UnknownValue, Id.Name, "the id of an event with a finding or of a report about it, as 'holdfire findings' lists them", $"'{id}'");
    }

    private static QueryResult List(FindingsMade made, Func<FindingsMade, IEnumerable<string>> notes)
    {
        var answer = new FindingsAnswer(made);
        return new QueryResult(answer, () => FindingTable.List(made.Findings, made.Zone))
        {
            Notes = () => notes(made).Concat(CrowdedAnswer.Notes(made.Crowded)),
            Csv = Rows,
            OtherForms = ImmutableDictionary<string, Func<string>>.Empty.Add("geojson", () => FindingGeoJson.Of(made, answer)),
        };
    }

    private static QueryResult RunCounts(CaseView view, QueryArguments arguments, Work work)
    {
        var made = FindingsMade.Of(view, arguments, work);
        return new QueryResult(new FindingsAnswer(made), () => FindingTotals.Table(FindingCounts.PerDay(made.Case, made.Findings), made.Zone))
        {
            Notes = () => [FindingNotes.MadeBy(made) + ".", .. CrowdedAnswer.Notes(made.Crowded)],
            Csv = CountRows,
        };
    }
}

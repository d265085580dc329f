using System.Collections.Immutable;
using Holdfire.Acts;
using Holdfire.Model;
using Holdfire.Time;

namespace Holdfire.CaseFormat;

/// <summary>The keys of the YAML files of a case.</summary>
internal static class CaseKeys
{
    private static readonly ImmutableArray<string> YesNo = ["yes", "no", "true", "false"];

    public static KeyTable Window { get; } = new KeyTable()
        .Texts("from to zone*").Enum<TimePrecision>("precision*").Texts("published");

    private static KeyTable OwnCodes => new KeyTable()
        .Texts("code* name* parent").Maps("crosswalk", new KeyTable()
            .Enum<CodingScheme>("scheme*").Lists("terms").Enum<CrosswalkMatch>("match*").Texts("note"));

    public static KeyTable Case { get; } = new KeyTable()
        .Texts("id* title* zone*").OneOf("invented", YesNo).Lists("countries")
        .Maps("documents", new KeyTable().Texts("id* title* publisher* date sha256 length"))
        .Maps("places", new KeyTable().Texts("code* name* local_name").Lists("aliases").Texts("lat lon radius_km outline within").Lists("members"))
        .Maps("acts targets units", OwnCodes)
        .Maps("corrections", new KeyTable().Texts("report*").Enum<CorrectionKind>("kind*").Texts("by published reference"))
        .Map("daily", new KeyTable().Texts("cut_off* time_zone"))
        .Lists("gaps");

    public static KeyTable Party { get; } = new KeyTable().Texts("id* name*").Enum<PartyRole>("role*");

    public static KeyTable Source { get; } = new KeyTable()
        .Texts("id* name* party").Enum<SourceKind>("kind*").Enum<ReliabilityGrade>("grade*").Texts("scope* relays")
        .Enum<SourceRows>("rows").Enum<ReportingRhythm>("rhythm").OneOf("redistribution", YesNo)
        .Maps("watches", new KeyTable().OneOf("watching*", YesNo).Texts("act* area* from* to* zone* basis*"));

    private static KeyTable Declaration { get; } = new KeyTable()
        .Texts("actor*").Enum<DeclarationKind>("kind*").Map("when*", Window).Texts("text* statement reference");

    private static KeyTable InForce { get; } = new KeyTable()
        .Texts("party* from* to zone*").OneOf("precision*", "minute", "about", "day", "within").Texts("basis*")
        .OneOf("disputed", YesNo);

    public static KeyTable Truce { get; } = new KeyTable()
        .Texts("id* name*").Map("announced*", Window).Texts("from* to zone*")
        .Maps("declarations", Declaration)
        .Maps("in_force", InForce)
        .Maps("extensions", new KeyTable()
            .Map("announced*", Window).Texts("to zone* text*").Maps("declarations", Declaration).Maps("in_force", InForce))
        .Maps("prohibitions", new KeyTable()
            .Texts("id* act*").Texts("target").Lists("areas* bound*").Texts("text*"))
        .Maps("exceptions", new KeyTable().Texts("act target").Lists("areas").Texts("text*"))
        .Maps("obligations", new KeyTable().Texts("id party* text* deadline zone act quantity unit due due_days").Lists("evidence"))
        .Map("tolerance", new KeyTable().Enum<ProofNeeded>("standard*").Texts("per_day*"))
        .Maps("reporting", new KeyTable().Texts("source least* most* basis*"))
        .Texts("release_clause extended").Lists("conflicts");

    public static KeyTable Detection { get; } = new KeyTable()
        .Texts("id* source*").Enum<DetectionKind>("kind*").Texts("published from to zone*").Enum<TimePrecision>("precision*")
        .Lists("areas").Texts("lat lon radius_km value value_unit").Lists("supports").Texts("note reference");

    public static KeyTable Restriction { get; } = new KeyTable()
        .Texts("id* source*").Enum<RestrictionKind>("kind*").Texts("published from to zone*").Enum<TimePrecision>("precision*")
        .Lists("areas*").Texts("act by basis*");

    public static KeyTable Pin { get; } = new KeyTable().Texts("id*").Lists("same not_same").Texts("withdraws by* reason*");

    public static KeyTable Step { get; } = new KeyTable()
        .Texts("id* report*").Enum<VerificationStepKind>("kind*").Texts("by* at* to due").Enum<ProofNeeded>("standard").Texts("actor of text");

    public static KeyTable Query { get; } = new KeyTable().Texts("id* party*").Lists("reports*").Texts("text* sent* due by*");

    public static KeyTable Reply { get; } = new KeyTable().Texts("id* party* query").Lists("reports").Texts("received* text* statement by*");

    public static KeyTable Quantity { get; } = new KeyTable()
        .Texts("id* part_of act*").Enum<Measure>("measure*").Texts("unit count*").Lists("areas")
        .Texts("target alleged_actor").OneOf("aggregate", YesNo).Enum<PartRelation>("parts")
        .OneOf("parts_exhaustive", YesNo).Lists("included_in").Texts("killed injured objects reference")
        .Texts("killed_military killed_unknown injured_military injured_unknown").Enum<ActorCertainty>("actor_certainty")
        .Texts("from to zone").Enum<TimePrecision>("precision").Texts("published lat lon radius_km")
        .Enum<ObservationMode>("mode").Lists("quotes denies");

    public static KeyTable Statements { get; } = new KeyTable()
        .Maps("statements*", new KeyTable()
            .Texts("id* document*").Map("passage", new KeyTable().Texts("start* end* sha256*"))
            .Enum<StatementKind>("kind*").Enum<StatementForm>("form*").Texts("speaker* addressee hearsay")
            .Map("said*", Window).Map("about", Window).Lists("truces").Texts("paraphrase*").Maps("quantities", Quantity))
        .Maps("conflicts", new KeyTable()
            .Texts("id* statement* question*")
            .Maps("accounts*", new KeyTable().Texts("text* basis*").Maps("quantities", Quantity)));
}

using Holdfire.Model;

namespace Holdfire.CaseFormat;

/// <summary>The keys of <c>talks.yaml</c>: lists of maps, each map with an id of its own.</summary>
internal static class TalksKeys
{
    private static readonly KeyTable Inferred = new KeyTable().Texts("by* reading* why*");

    public static KeyTable Kinds { get; } = new KeyTable().Texts("id* label* definition*");

    public static KeyTable Items { get; } = new KeyTable().Texts("id* kind* name* truce text");

    public static KeyTable Proposals { get; } = Entry(new KeyTable()
        .Texts("id*").Enum<ProposalKind>("kind*").Lists("by* to* items*").Map("valid", CaseKeys.Window));

    public static KeyTable Responses { get; } = Entry(new KeyTable()
        .Texts("id* by* to*").Enum<ResponseKind>("kind*").Lists("items conditions").Texts("counter"));

    public static KeyTable Preconditions { get; } = Entry(new KeyTable()
        .Texts("id* actor* requires*").Enum<PreconditionRelation>("relation*").Texts("for*"));

    public static KeyTable Ways { get; } = Entry(new KeyTable().Texts("id* item*").Lists("needs*"));

    public static KeyTable Conditionals { get; } = Entry(new KeyTable()
        .Texts("id*").Enum<ConditionalKind>("kind*").Lists("by* to*").Texts("condition* consequence*").Map("deadline", CaseKeys.Window));

    public static KeyTable Mediation { get; } = Entry(new KeyTable()
        .Texts("id*").Enum<MediationKind>("kind*").Texts("by*").Lists("mediators*").Texts("item"));

    public static KeyTable Guarantees { get; } = Entry(new KeyTable().Texts("id* item*").Lists("by* to*"));

    public static KeyTable Unconditional { get; } = Entry(new KeyTable().Texts("id* by* item*"));

    public static KeyTable Outcomes { get; } = Entry(new KeyTable().Texts("id* of*").Enum<OutcomeKind>("kind*"));

    public static KeyTable Models { get; } = Entry(new KeyTable()
        .Texts("id* title* by*")
        .Maps("options*", new KeyTable().Texts("id* party* text*").Enum<OptionMoves>("moves"))
        .Lists("infeasible")
        .Maps("preferences*", new KeyTable().Texts("party*").Lists("order*")));

    public static KeyTable Talks { get; } = new KeyTable()
        .Maps("kinds", Kinds).Maps("items", Items).Maps("proposals", Proposals).Maps("responses", Responses)
        .Maps("preconditions", Preconditions).Maps("ways", Ways).Maps("conditionals", Conditionals).Maps("mediation", Mediation)
        .Maps("guarantees", Guarantees).Maps("unconditional", Unconditional).Maps("outcomes", Outcomes).Maps("models", Models);

    private static KeyTable Entry(KeyTable own) =>
        own.Lists("statements*").Map("inferred", Inferred).Map("when", CaseKeys.Window).Texts("supersedes text");
}

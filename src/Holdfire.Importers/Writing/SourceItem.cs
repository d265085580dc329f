using Holdfire.CaseFormat.Entries;
using Holdfire.Model;
using Holdfire.Places;
using Holdfire.Record.Entries;

namespace Holdfire.Importers;

/// <summary>The source of the rows as an item of a case that lacks it.</summary>
internal static class SourceItem
{
    /// <summary>The item.</summary>
    public static CaseItem Of(SourceEntry source, string id, ImportContext context, CodedDays? days = null) => new YamlItemBuilder()
        .Text("id", id).Text("name", source.Name.Length > 0 ? source.Name : id).Text("party", context.IsParty(source.Party) ? source.Party : "")
        .Text("kind", source.Kind).Text("grade", "F").Text("scope", ScopeOf(context.Case))
        .Text("rows", source.AreDistinct ? "distinct_events" : "")
        .Text("redistribution", source.MayBeHandedOn ? "" : "no")
        .Inners("watches", days?.WatchesOf(id, ScopeOf(context.Case)) ?? [])
        .Item(EntryKind.Source);

    /// <summary>What to tell of it.</summary>
    public static string Said(SourceEntry source, string id, ImportContext context) =>
        $"the case had no source {id}: it is added as {source.Kind} of grade F (cannot be judged) with the scope {ScopeOf(context.Case)}; fix it in sources.yaml if it is another"
        + (source.MayBeHandedOn ? "" : $"; the rows of {id} must not be handed on by its terms");

    // The widest of the scopes that the case's other sources have: what the case is about. Without any, where its truces hold; without those, its widest area.
    private static string ScopeOf(Case @case) => Widest(@case, @case.Sources.Select(s => s.Scope)) is { Length: > 0 } scope ? scope
        : Widest(@case, @case.Truces.SelectMany(t => t.Prohibitions).SelectMany(p => p.Areas)) is { Length: > 0 } held ? held
        : Widest(@case, @case.Places.Areas.Select(a => a.Code).Where(a => !@case.Places.IsBuiltInAssumed || World.CountryOf(a) is null)) is { Length: > 0 } own ? own
        : Widest(@case, @case.Places.Areas.Select(a => a.Code));

    private static string Widest(Case @case, IEnumerable<AreaCode> areas) => areas
        .GroupBy(a => a).OrderByDescending(g => @case.Places.RegionsOf([g.Key]).Count).ThenByDescending(g => g.Count())
        .ThenBy(g => g.Key.Value, StringComparer.Ordinal).Select(g => g.Key.Value).FirstOrDefault("");
}

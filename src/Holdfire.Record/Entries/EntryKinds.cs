using System.Collections.Immutable;
using System.Text.Json;

namespace Holdfire.Record.Entries;

/// <summary>The names of the kinds as they stand in entries.</summary>
public static class EntryKinds
{
    private static readonly ImmutableDictionary<EntryKind, string> Names =
        Enum.GetValues<EntryKind>().ToImmutableDictionary(k => k, k => JsonNamingPolicy.SnakeCaseLower.ConvertName(k.ToString()));

    private static readonly ImmutableDictionary<string, EntryKind> Kinds =
        Names.ToImmutableDictionary(n => n.Value, n => n.Key, StringComparer.Ordinal);

    /// <summary>All kinds in the order of the enumeration.</summary>
    public static ImmutableArray<EntryKind> All { get; } = [.. Enum.GetValues<EntryKind>()];

    /// <summary>
    /// Whether the log may hold a commitment alone: not where the record itself must read the content to know what stands.
    /// </summary>
    public static bool MayBeProtected(EntryKind kind) =>
        kind is not (EntryKind.Record or EntryKind.Key or EntryKind.Correction or EntryKind.Withdrawal or EntryKind.Erasure
            or EntryKind.SetAside or EntryKind.Sealed);

    /// <summary>Whether an entry of this kind may be sealed: not where everybody must know of it to know who may sign, and what is destroyed.</summary>
    public static bool MayBeSealed(EntryKind kind) => MayBeProtected(kind) || kind is EntryKind.Correction or EntryKind.Withdrawal;

    /// <summary>Whether another content may take the place of one of this kind.</summary>
    public static bool MayBeCorrected(EntryKind kind) => MayBeProtected(kind) && !NamesAFile(kind);

    /// <summary>Whether the content names a file beside the log by its hash.</summary>
    public static bool NamesAFile(EntryKind kind) => kind is EntryKind.Attachment or EntryKind.Parameters;

    /// <summary>Whether answers go by the content: not by a monitor's finding, a file, or what the record itself reads.</summary>
    public static bool IsOfCase(EntryKind kind) => MayBeProtected(kind) && !NamesAFile(kind) && kind != EntryKind.Finding;

    /// <summary>The name of a kind.</summary>
    public static string NameOf(EntryKind kind) => Names[kind];

    /// <summary>The kind of a name, or null.</summary>
    public static EntryKind? Find(string name) => Kinds.TryGetValue(name, out var kind) ? kind : null;
}

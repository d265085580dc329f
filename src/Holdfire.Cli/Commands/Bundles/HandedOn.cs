using System.Text.Json;
using Holdfire.Model;
using Holdfire.Record.Entries;
using Holdfire.Record.State;
using Holdfire.Record.Tlog;

namespace Holdfire.Cli.Commands.Bundles;

/// <summary>The entries of a record that may not be handed on by the terms of their sources.</summary>
/// <remarks>An item is kept back with all of its versions where any of them is of such a source: a correction may name another one.</remarks>
internal sealed class HandedOn
{
    private readonly HashSet<string> kept = new(StringComparer.Ordinal);

    /// <summary>What is kept of these entries.</summary>
    /// <param name="case">The case that the record holds.</param>
    /// <param name="entries">Its entries, from index 0.</param>
    /// <param name="contentOf">The content of an entry; null where it is protected or erased.</param>
    public HandedOn(Case @case, IReadOnlyList<StoredEntry> entries, Func<StoredEntry, ReadOnlyMemory<byte>?> contentOf)
    {
        var sources = @case.Sources.Where(s => !s.MayBeHandedOn).Select(s => s.Id).ToHashSet();
        Sources = string.Join(", ", sources);
        if (sources.Count == 0)
        {
            return;
        }

        // Each entry by the first of the item that it is about.
        var (roots, closed) = (new Dictionary<MerkleHash, long>(), new HashSet<long>());
        foreach (var stored in entries)
        {
            var (index, leaf, entry) = stored;
            var root = roots[leaf] = entry.Item.Of is { } of && roots.TryGetValue(of, out var first) ? first : index;
            // Of every kind, so that a file of a source goes with its attachment.
            if (contentOf(stored) is { } content
                && SourceIn(entry.IsProtected ? content : ItemContents.ItemOf(entry.Kind, content)) is { } source && sources.Contains(new SourceId(source)))
            {
                closed.Add(root);
            }
        }

        Entries.UnionWith(entries.Where(e => closed.Contains(roots[e.Leaf])).Select(e => e.Index));
        kept.UnionWith(@case.Reports.Where(r => sources.Contains(r.Source)).Select(r => r.Id.Value));
        kept.UnionWith(closed.Select(root => entries[(int)root].Entry.Item).Where(i => i.Kind == EntryKind.Report).Select(i => i.Id));
    }

    /// <summary>Their indexes.</summary>
    public HashSet<long> Entries { get; } = [];

    /// <summary>The sources, for messages.</summary>
    public string Sources { get; }

    public bool IsEmpty => Entries.Count == 0;

    /// <summary>Whether a report is among them.</summary>
    public bool IsKept(string report) => kept.Contains(report);

    private static string? SourceIn(ReadOnlyMemory<byte> content)
    {
        using var document = JsonDocument.Parse(content);
        return document.RootElement.ValueKind == JsonValueKind.Object && document.RootElement.TryGetProperty("source", out var source) && source.ValueKind == JsonValueKind.String ? source.GetString() : null;
    }
}

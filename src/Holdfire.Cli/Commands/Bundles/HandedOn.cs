using System.Text.Json;
using Holdfire.Model;
using Holdfire.Record.Entries;
using Holdfire.Record.State;

namespace Holdfire.Cli.Commands.Bundles;

/// <summary>The entries of a record that may not be handed on by the terms of their sources, and the case without them.</summary>
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
        Rest = @case;
        if (sources.Count == 0)
        {
            return;
        }

        var leaves = new HashSet<object>();
        foreach (var stored in entries)
        {
            var (index, leaf, entry) = stored;
            var isOfOne = entry.Item.Of is { } of ? leaves.Contains(of)
                : entry.Item.Kind is EntryKind.Report or EntryKind.Detection && contentOf(stored) is { } content && SourceIn(content) is { } source && sources.Contains(new SourceId(source));
            if (isOfOne)
            {
                Entries.Add(index);
                leaves.Add(leaf);
            }
        }

        kept.UnionWith(@case.Reports.Where(r => sources.Contains(r.Source)).Select(r => r.Id.Value));
        Rest = @case with
        {
            Reports = [.. @case.Reports.Where(r => !kept.Contains(r.Id.Value))],
            Detections = [.. @case.Detections.Where(d => !sources.Contains(d.Source))],
            Corrections = [.. @case.Corrections.Where(c => !kept.Contains(c.Report.Value))],
        };
    }

    /// <summary>Their indexes.</summary>
    public HashSet<long> Entries { get; } = [];

    /// <summary>The sources, for messages.</summary>
    public string Sources { get; }

    /// <summary>The case without them.</summary>
    public Case Rest { get; }

    public bool IsEmpty => Entries.Count == 0;

    /// <summary>Whether a report is among them.</summary>
    public bool IsKept(string report) => kept.Contains(report);

    private static string? SourceIn(ReadOnlyMemory<byte> content)
    {
        using var document = JsonDocument.Parse(content);
        return document.RootElement.TryGetProperty("source", out var source) && source.ValueKind == JsonValueKind.String ? source.GetString() : null;
    }
}

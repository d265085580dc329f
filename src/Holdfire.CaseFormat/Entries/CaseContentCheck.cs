using System.Collections.Immutable;
using System.Text.Json;
using Holdfire.Record;
using Holdfire.Record.Entries;

namespace Holdfire.CaseFormat.Entries;

/// <summary>Refuses contents that the reader of the case format cannot read, and entries after which some of the case could not be read.</summary>
public sealed class CaseContentCheck : IEntryContentCheck
{
    private const string Where = "content";
    private readonly KnownCase known = new();

    /// <summary>How often a whole case was read, for tests.</summary>
    internal int Readings { get; private set; }

    /// <inheritdoc/>
    public Error? RefusalOfChange(ReadOnlyMemory<byte> content)
    {
        using var document = JsonDocument.Parse(content);
        return document.RootElement.TryGetProperty(ChangeText.Published, out var said) && !ChangeText.IsPublished(said)
            ? RecordError.Of($"{ChangeText.Expected} under '{ChangeText.Published}'", said.GetRawText())
            : document.RootElement.TryGetProperty("import", out var import) && import.ValueKind != JsonValueKind.String
            ? RecordError.Of("a text under 'import'", import.GetRawText())
            : null;
    }

    /// <inheritdoc/>
    /// <remarks>What they refer to in the case is not looked at.</remarks>
    public Error? Refusal(EntryKind kind, ReadOnlyMemory<byte> item) => ErrorOf(kind, item)?.At("");

    /// <summary>The first error of an item; null where it can be read. What it refers to in the case is not looked at.</summary>
    internal static Error? ErrorOf(EntryKind kind, ReadOnlyMemory<byte> item)
    {
        if (kind is EntryKind.Attachment or EntryKind.Parameters or EntryKind.Finding)
        {
            return null;
        }

        // Any id and any place may be one of the case's own: only the form of the content is in question.
        var state = new LoadState { PlacesMissed = true, ChecksYears = true };
        Array.ForEach(Enum.GetValues<IdKind>(), state.Ids.Miss);
        CaseItem[] items = [new(kind, item, Where)];
        var load = CaseFolder.Load(
            new ItemFiles([.. items.Where(i => i.Kind != EntryKind.Report)], items.Where(i => i.Kind == EntryKind.Report), [], ImmutableHashSet<string>.Empty), state);
        // What a whole case lacks has another place; of the talks there is one list, the item's.
        return load.Errors.FirstOrDefault(f => f.Where == Where || f.Where.StartsWith(Where + ", ", StringComparison.Ordinal) || (kind == EntryKind.Talks && f.Where == ItemPlace.TalksFile));
    }

    /// <inheritdoc/>
    public void Demand(RecordReader record, IReadOnlyList<Entry> entries, bool isPart) => new CaseWithEntries(record, entries, isPart, known, () => Readings++).Demand();

    /// <inheritdoc/>
    public void DemandSealed(RecordReader record, IReadOnlyList<Entry> entries, bool isPart) => new CaseWithEntries(record, entries, isPart, new KnownCase(), () => Readings++).Demand();
}

using System.Collections.Frozen;
using System.Collections.Immutable;
using Holdfire.Record.Entries;
using Holdfire.Model;

namespace Holdfire.CaseFormat.Entries;

/// <summary>The files of a case made of items, for the same reader that reads a folder.</summary>
/// <param name="items">All items but the reports, in their order.</param>
/// <param name="reports">The reports in their order; gone through once.</param>
/// <param name="corrections">What sources took back or replaced, beside what the head of the case says of that.</param>
/// <param name="without">The names of lines of the head that are left out.</param>
internal sealed class ItemFiles(
    IReadOnlyList<CaseItem> items, IEnumerable<CaseItem> reports, IReadOnlyList<YamlMap> corrections, IReadOnlySet<string> without) : CaseFiles
{
    private static readonly ImmutableHashSet<string> Optional =
    [
        ItemPlace.TalksFile, PinReader.File, RestrictionReader.File, DetectionFiles.Folder, StepReader.File, PartyQueryReader.File, PartyReplyReader.File,
    ];

    private readonly FrozenDictionary<string, Signer> signers =
        items.Where(i => i.Signer.Holder.Length > 0).DistinctBy(i => i.Where).ToFrozenDictionary(i => i.Where, i => i.Signer, StringComparer.Ordinal);

    public override Signer SignerOf(Spot at) => signers.GetValueOrDefault(at.File, Signer.None);

    public override bool Has(string file) => !Optional.Contains(file) || items.Any(i => FileOf(i.Kind) == file);

    public override YamlItem? Root(string file, ErrorList errors)
    {
        var at = new Spot(file, 1, 1);
        if (file == ItemPlace.TalksFile)
        {
            return Talks(at, errors);
        }

        var places = ItemPlace.All.Where(p => p.File == file).ToArray();
        if (places is [{ Key: "" } only])
        {
            return List(at, only.Kind, errors);
        }

        var root = new YamlMap(at, new(StringComparer.Ordinal));
        if (file == ItemPlace.CaseFile)
        {
            var head = items.FirstOrDefault(i => i.Kind == EntryKind.Case);
            root = head is not null && Read(head, errors) is YamlMap map ? map : root;
            Correct(root, at, head?.Where ?? "");
        }

        foreach (var place in places)
        {
            root.Entries[place.Key] = (at, List(at, place.Kind, errors));
        }

        return root;
    }

    public override ImmutableArray<Report> Reports(LoadState state, ReportReader reader)
    {
        var all = ImmutableArray.CreateBuilder<Report>();
        var fields = new JsonReportFields();
        foreach (var item in reports)
        {
            if (ReportItems.Read(item, state, reader, fields) is { } report)
            {
                all.Add(report);
            }
        }

        return all.DrainToImmutable();
    }

    // Each line has a name of its own, so that one that cannot be read does not take the head with it.
    private void Correct(YamlMap root, Spot at, string head)
    {
        const string Key = HeadLines.List;
        var value = root.Entries.GetValueOrDefault(Key).Value;
        if (value is not (null or YamlList))
        {
            return;
        }

        var said = (value is YamlList list ? list.Items : []).Select((line, i) => (Line: line, Name: EntryName.LineOf(head, Key, i + 1)))
            .Where(l => !without.Contains(l.Name)).Select(l => ItemJson.MovedTo(new Spot(l.Name, 0, 0), l.Line)).ToList();
        var known = said.OfType<YamlMap>().Select(ReportOf).ToHashSet(StringComparer.Ordinal);
        root.Entries[Key] = (at, new YamlList(at, [.. said, .. corrections.Where(c => !known.Contains(ReportOf(c)))]));

        static string? ReportOf(YamlMap map) => map.Entries.GetValueOrDefault("report").Value is YamlText text ? text.Value : null;
    }

    private static string? FileOf(EntryKind kind) => kind == EntryKind.Talks
        ? ItemPlace.TalksFile
        : ItemPlace.All.FirstOrDefault(p => p.Kind == kind)?.File;

    private static YamlItem? Read(CaseItem item, ErrorList errors)
    {
        var at = new Spot(item.Where, 0, 0);
        using var document = CanonicalJson.Parse(item.Content, out var error);
        if (document is null)
        {
            errors.Add(at, "a map", error!.Found);
            return null;
        }

        return ItemJson.Read(document.RootElement, at);
    }

    private YamlList List(Spot at, EntryKind kind, ErrorList errors) =>
        new(at, [.. items.Where(i => i.Kind == kind).Select(i => Read(i, errors)).OfType<YamlItem>()]);

    private YamlMap Talks(Spot at, ErrorList errors)
    {
        var lists = new OrderedDictionary<string, (Spot At, YamlItem Value)>(StringComparer.Ordinal);
        foreach (var read in items.Where(i => i.Kind == EntryKind.Talks).Select(i => Read(i, errors)).OfType<YamlMap>())
        {
            if (!read.Entries.TryGetValue("list", out var name) || name.Value is not YamlText list || !read.Entries.TryGetValue("item", out var item))
            {
                errors.Add(read.At, "a list and an item of the talks", "neither");
                continue;
            }

            lists.TryAdd(list.Value, (at, new YamlList(at, [])));
            ((YamlList)lists[list.Value].Value).Items.Add(item.Value);
        }

        return new YamlMap(at, lists);
    }
}

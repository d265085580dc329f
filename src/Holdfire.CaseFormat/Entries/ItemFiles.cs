using System.Collections.Immutable;
using Holdfire.Record.Entries;
using Holdfire.Model;

namespace Holdfire.CaseFormat.Entries;

/// <summary>The files of a case made of items, for the same reader that reads a folder.</summary>
/// <param name="items">All items but the reports, in their order.</param>
/// <param name="reports">The reports in their order; gone through once.</param>
/// <param name="corrections">What sources took back or replaced, beside what the head of the case says of that.</param>
internal sealed class ItemFiles(
    IReadOnlyList<CaseItem> items, IEnumerable<CaseItem> reports, IReadOnlyList<YamlMap> corrections) : CaseFiles
{
    private static readonly ImmutableHashSet<string> Optional = [ItemPlace.TalksFile, "pins.yaml"];

    public override bool Has(string file) => !Optional.Contains(file) || items.Any(i => FileOf(i.Kind) == file);

    public override YamlItem? Root(string file, FaultList faults)
    {
        var at = new Spot(file, 1, 1);
        if (file == ItemPlace.TalksFile)
        {
            return Talks(at, faults);
        }

        var places = ItemPlace.All.Where(p => p.File == file).ToArray();
        if (places is [{ Key: "" } only])
        {
            return List(at, only.Kind, faults);
        }

        var root = items.FirstOrDefault(i => i.Kind == EntryKind.Case && file == ItemPlace.CaseFile) is { } head && Read(head, faults) is YamlMap map
            ? map
            : new YamlMap(at, new(StringComparer.Ordinal));
        if (file == ItemPlace.CaseFile && corrections.Count > 0)
        {
            Correct(root, at);
        }

        foreach (var place in places)
        {
            root.Entries[place.Key] = (at, List(at, place.Kind, faults));
        }

        return root;
    }

    public override ImmutableArray<Report> Reports(LoadState state, ReportReader reader)
    {
        var all = ImmutableArray.CreateBuilder<Report>();
        var fields = new JsonReportFields();
        foreach (var item in reports)
        {
            var at = new Spot(item.Where, 0, 0);
            using var document = CanonicalJson.Parse(item.Content, out var fault);
            if (document is null)
            {
                state.Faults.Add(at, "a report", fault);
                continue;
            }

            fields.Take(document.RootElement, at, state.Faults);
            var report = reader.Read(fields);
            state.Ids.Define(IdKind.Report, report.Id.Value, fields);
            all.Add(report);
        }

        return all.DrainToImmutable();
    }

    private void Correct(YamlMap root, Spot at)
    {
        const string Key = "corrections";
        var said = root.Entries.GetValueOrDefault(Key).Value is YamlList list ? list.Items : [];
        var known = said.OfType<YamlMap>().Select(ReportOf).ToHashSet(StringComparer.Ordinal);
        root.Entries[Key] = (at, new YamlList(at, [.. said, .. corrections.Where(c => !known.Contains(ReportOf(c)))]));

        static string? ReportOf(YamlMap map) => map.Entries.GetValueOrDefault("report").Value is YamlText text ? text.Value : null;
    }

    private static string? FileOf(EntryKind kind) => kind == EntryKind.Talks
        ? ItemPlace.TalksFile
        : ItemPlace.All.FirstOrDefault(p => p.Kind == kind)?.File;

    private static YamlItem? Read(CaseItem item, FaultList faults)
    {
        var at = new Spot(item.Where, 0, 0);
        using var document = CanonicalJson.Parse(item.Content, out var fault);
        if (document is null)
        {
            faults.Add(at, "a map", fault);
            return null;
        }

        return ItemJson.Read(document.RootElement, at);
    }

    private YamlList List(Spot at, EntryKind kind, FaultList faults) =>
        new(at, [.. items.Where(i => i.Kind == kind).Select(i => Read(i, faults)).OfType<YamlItem>()]);

    private YamlMap Talks(Spot at, FaultList faults)
    {
        var lists = new OrderedDictionary<string, (Spot At, YamlItem Value)>(StringComparer.Ordinal);
        foreach (var read in items.Where(i => i.Kind == EntryKind.Talks).Select(i => Read(i, faults)).OfType<YamlMap>())
        {
            if (!read.Entries.TryGetValue("list", out var name) || name.Value is not YamlText list || !read.Entries.TryGetValue("item", out var item))
            {
                faults.Add(read.At, "a list and an item of the talks", "neither");
                continue;
            }

            lists.TryAdd(list.Value, (at, new YamlList(at, [])));
            ((YamlList)lists[list.Value].Value).Items.Add(item.Value);
        }

        return new YamlMap(at, lists);
    }
}

using System.Buffers;
using Holdfire.CaseFormat.Entries;
using Holdfire.Places;

namespace Holdfire.CaseFormat;

/// <summary>The ids that a case defines and those that it refers to, checked once all files are read.</summary>
internal sealed class IdBook(ErrorList errors, IdBook? before = null)
{
    private static readonly SearchValues<char> Parting = SearchValues.Create(";\n\r");
    private const int LongestCompared = 64;
    private const int MostCompared = 5000;
    private readonly Dictionary<IdKind, HashSet<string>> known =
        Enum.GetValues<IdKind>().ToDictionary(k => k, _ => new HashSet<string>(StringComparer.Ordinal));

    // Sets of report ids that share none, kept apart since to unite millions takes time and space.
    private readonly List<HashSet<string>> others = [];
    private readonly List<(IdKind Kind, string Id, Spot At)> references = [];
    private readonly Dictionary<(IdKind Kind, string Id), string> nearest = [];
    private readonly HashSet<IdKind> missed = [];

    // Where ids of reports stand that are no reports: the numbers in statements, which are read first.
    private readonly Dictionary<string, Spot> numbers = new(StringComparer.Ordinal);

    // By id, the file that defines it; only where files can fall.
    private readonly Dictionary<(IdKind Kind, string Id), string> holders = [];

    /// <summary>
    /// Whether a file falls with anything that is wrong in it: then what refers to what it defines is told as unknown in the same reading.
    /// Null where only what is wrong as it stands is told.
    /// </summary>
    public Func<string, bool>? Falls { get; set; }

    /// <summary>Notes an id; an error if it is there already. Blank ids are passed over.</summary>
    public void Define(IdKind kind, string id, Spot at)
    {
        if (Add(kind, id) is { } expected)
        {
            errors.Add(at, expected, id);
        }
        else if (id.Length > 0)
        {
            Hold(kind, id, at);
            if (kind == IdKind.Report)
            {
                numbers[id] = at;
            }
        }
    }

    /// <summary>Notes the id of a report; an error if it is there already.</summary>
    public void Define(IdKind kind, string id, ReportFields fields)
    {
        if (Add(kind, id) is not { } expected)
        {
            if (Falls is not null && id.Length > 0)
            {
                Hold(kind, id, fields.At(ReportColumn.Id));
            }

            return;
        }

        // Of two entries the later one took the id, in whatever order they are read.
        var at = fields.At(ReportColumn.Id);
        if (numbers.TryGetValue(id, out var number) && EntryName.IndexOf(number.File) is { } held && EntryName.IndexOf(at.File) < held)
        {
            (numbers[id], at) = (at, number);
            Hold(kind, id, numbers[id]);
        }

        errors.Add(at, expected, id);
    }

    private void Hold(IdKind kind, string id, Spot at)
    {
        if (Falls is not null)
        {
            holders[(kind, id)] = at.File;
        }
    }

    // What was expected where the id cannot be added. Lists of ids are parted by semicolons, and every id stands in one line.
    private string? Add(IdKind kind, string id) =>
        id.Length == 0 ? null
        : id.AsSpan().ContainsAny(Parting) ? $"{WithArticle(kind)} id without semicolons and ends of lines"
        : TryAdd(kind, id) ? null : $"{WithArticle(kind)} id that is not in use";

    /// <summary>Makes room for so many more reports.</summary>
    public void Expect(int reports) => known[IdKind.Report].EnsureCapacity(known[IdKind.Report].Count + reports);

    /// <summary>
    /// Notes that ids of a kind stand where they could not be read: then any may be one of them, and none is unknown. The
    /// error there is told, and those that would only follow from it are not.
    /// </summary>
    public void Miss(IdKind kind) => missed.Add(kind);

    public bool IsKnown(IdKind kind, string id) =>
        known[kind].Contains(id) || IsMissed(kind) || IsKnownElsewhere(kind, id);

    /// <summary>Takes over what books that go on from this one have noted; false, and nothing taken, where they define an id twice.</summary>
    public bool TryTake(IReadOnlyList<IdBook> books)
    {
        var sets = books.Select(b => b.known[IdKind.Report]).ToArray();
        if (Enumerable.Range(0, sets.Length).AsParallel().Any(i => sets.Take(i).Any(sets[i].Overlaps)))
        {
            return false;
        }

        foreach (var book in books)
        {
            others.Add(book.known[IdKind.Report]);
            references.AddRange(book.references);
        }

        return true;
    }

    /// <summary>Notes that an id is used; blank ids are passed over.</summary>
    public void Refer(IdKind kind, string id, Spot at)
    {
        if (id.Length > 0)
        {
            references.Add((kind, id, at));
        }
    }

    /// <summary>An error for every id that is used and not defined, those noted here and those of links between reports.</summary>
    public void CheckReferences(params IEnumerable<LinkBook> links)
    {
        var linked = links.SelectMany(l => l.Targets).Select(t => (Kind: IdKind.Report, t.Id, t.At));
        var all = references.Concat(linked);
        foreach (var (kind, id, at) in all.Where(r => !IsKnown(r.Kind, r.Id)))
        {
            errors.Add(at, Expected(kind, id), id);
        }

        if (Falls is { } falls && errors.Count > 0)
        {
            Fell(all.ToLookup(r => (r.Kind, r.Id)), falls);
        }
    }

    // What falls takes its ids with it, and so on: as if the case were read again without it, each time.
    private void Fell(ILookup<(IdKind Kind, string Id), (IdKind Kind, string Id, Spot At)> uses, Func<string, bool> falls)
    {
        var held = holders.ToLookup(h => h.Value, h => h.Key, StringComparer.Ordinal);
        var fallen = new HashSet<string>(StringComparer.Ordinal);
        var next = errors.Files.Where(falls).ToHashSet(StringComparer.Ordinal);
        while (next.Count > 0)
        {
            fallen.UnionWith(next);
            var gone = next.SelectMany(file => held[file]).ToArray();
            foreach (var (kind, id) in gone)
            {
                known[kind].Remove(id);
            }

            var broken = gone.SelectMany(g => uses[g]).Where(u => !fallen.Contains(u.At.File) && !IsKnown(u.Kind, u.Id)).ToArray();
            foreach (var (kind, id, at) in broken)
            {
                errors.Add(at, Expected(kind, id), id);
            }

            next = broken.Select(u => u.At.File).Where(falls).ToHashSet(StringComparer.Ordinal);
        }
    }

    /// <summary>What to expect in place of an unknown id.</summary>
    public string Expected(IdKind kind, string id)
    {
        if (!nearest.TryGetValue((kind, id), out var expected))
        {
            var ids = known[kind];
            var near = id.Length > LongestCompared || ids.Count > MostCompared ? null
                : ids.Where(k => k.Length <= LongestCompared).OrderBy(k => EditDistance.Between(id, k)).ThenBy(k => k, StringComparer.Ordinal)
                    .FirstOrDefault();
            expected = $"the id of a known {Name(kind)}" + (near is null ? "" : $", such as {near}");
            nearest[(kind, id)] = expected;
        }

        return expected;
    }

    /// <summary>Whether ids of a kind stand where they could not be read.</summary>
    public bool IsMissed(IdKind kind) => missed.Contains(kind) || (before is not null && before.IsMissed(kind));

    private bool IsKnownElsewhere(IdKind kind, string id) =>
        (before is not null && (before.known[kind].Contains(id) || before.IsKnownElsewhere(kind, id))) ||
        (kind == IdKind.Report && others.Exists(o => o.Contains(id)));

    private bool TryAdd(IdKind kind, string id) => !IsKnownElsewhere(kind, id) && known[kind].Add(id);

    private static string WithArticle(IdKind kind) => (kind is IdKind.Item or IdKind.Entry ? "an " : "a ") + Name(kind);

    private static string Name(IdKind kind) => EnumText<IdKind>.Format(kind);
}

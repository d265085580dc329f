using System.Collections.Immutable;
using System.Text;
using System.Text.Json.Nodes;
using Holdfire.CaseFormat.Entries;
using Holdfire.Record.Bundles;
using Holdfire.Record.Entries;
using Holdfire.Record.Keys;
using Holdfire.Record.Protection;
using Holdfire.Record.Tlog;

namespace Holdfire.Bundles.Tests;

/// <summary>Entries of the river case of which a bundle is made in memory, whatever they hold: as an operator could who forges all.</summary>
internal sealed record MadeRecord(ImmutableArray<byte[]> Keys, ImmutableArray<(EntryKind Kind, string Content)> Items, ImmutableArray<byte[]> More)
{
    public const string Counts = "--side NN --act attack.air --measure launched --from 2031-03-09 --to 2031-03-13 --by day";

    public static readonly SubmitterKey Registrar = SampleKeys.Submitter("mission", 11);
    public static readonly SubmitterKey Clerk = SampleKeys.Submitter("clerk", 12);

    /// <summary>The river case, entered by one clerk.</summary>
    public static MadeRecord River { get; } = new(
        [
            .. new KeyChange[] { new KeyChange.Open(SampleKeys.Origin, Registrar.PublicKey), new KeyChange.Register("clerk", Clerk.PublicKey, []) }
                .Select(c => RawEntry.ByRegistrar(Encoding.UTF8.GetString(c.ToContent()), c.Kind)),
        ],
        [.. RiverItems()], []);

    /// <summary>With another text of an item's content.</summary>
    public MadeRecord With(EntryKind kind, string id, Func<string, string> change)
    {
        var at = Items.IndexOf(Items.First(i => i.Kind == kind && IdOf(i.Content) == id));
        return this with { Items = Items.SetItem(at, (kind, change(Items[at].Content))) };
    }

    /// <summary>With a member of an item's content set to JSON, or taken away.</summary>
    public MadeRecord With(EntryKind kind, string id, string member, string? json) => With(kind, id, text =>
    {
        var content = JsonNode.Parse(text)!.AsObject();
        content.Remove(member);
        if (json is not null)
        {
            content[member] = JsonNode.Parse(json);
        }

        return content.ToJsonString();
    });

    public MadeRecord Plus((EntryKind Kind, string Content) item) => Plus(item.Kind, item.Content);

    public MadeRecord Plus(EntryKind kind, string content) => this with { Items = Items.Add((kind, content)) };

    /// <summary>With further entries at the end of the log.</summary>
    public MadeRecord Plus(params byte[][] entries) => this with { More = More.AddRange(entries) };

    public MadeRecord Without(EntryKind kind) => this with { Items = [.. Items.Where(i => i.Kind != kind)] };

    /// <summary>An entry by the clerk; the content in any form.</summary>
    public static byte[] Entry(EntryKind kind, string content) =>
        RawEntry.Of(Encoding.UTF8.GetString(CanonicalJson.Of(Encoding.UTF8.GetBytes(content))), kind, RawEntry.Made);

    /// <summary>The entries in the order of the log.</summary>
    public ImmutableArray<byte[]> Entries() => [.. Keys, .. Items.Select(i => Entry(i.Kind, i.Content)), .. More];

    /// <summary>The leaf hash of the entry of an item in lower-case hex.</summary>
    public string LeafOf(EntryKind kind, string id)
    {
        var item = Items.First(i => i.Kind == kind && IdOf(i.Content) == id);
        return Convert.ToHexStringLower(MerkleHash.OfLeaf(Entry(item.Kind, item.Content)).ToArray());
    }

    /// <summary>A bundle of the whole log for counts; the figure is the one that the entries give, or that of the river case where they give none.</summary>
    public OpenBundle Bundle(string query = Counts, params ProtectedContent[] disclosed)
    {
        var purpose = BundlePurpose.OfQuery("counts", [.. query.Split(' ', StringSplitOptions.RemoveEmptyEntries)]);
        var bundle = Made(purpose, Encoding.UTF8.GetBytes(RiverFigure.Value), disclosed);
        return Answer(bundle, purpose) is { } figure ? Made(purpose, Encoding.UTF8.GetBytes(figure), disclosed) : bundle;
    }

    private static readonly Lazy<string> RiverFigure = new(() =>
    {
        var purpose = BundlePurpose.OfQuery("counts", [.. Counts.Split(' ')]);
        return Answer(River.Made(purpose, [], []), purpose)!;
    });

    private OpenBundle Made(BundlePurpose purpose, byte[] figure, ProtectedContent[] disclosed)
    {
        var entries = Entries();
        var frontier = new MerkleFrontier();
        foreach (var entry in entries)
        {
            frontier.Add(MerkleHash.OfLeaf(entry));
        }

        using var key = SampleKeys.Operator;
        var text = new Checkpoint(SampleKeys.Origin, entries.Length, frontier.Root).ToText();
        var manifest = new BundleManifest(SampleKeys.Origin, entries.Length, purpose, null, ImmutableSortedDictionary<string, string>.Empty);
        return new OpenBundle(
            [
                (BundleFiles.Manifest, manifest.ToBytes()), (BundleFiles.Checkpoint, new SignedNote(text, [key.Sign(text)]).ToBytes()),
                (BundleFiles.OperatorKey, Encoding.UTF8.GetBytes(key.Verifier.ToVkey() + "\n")), (BundleFiles.Witnesses, []), (BundleFiles.Figure, figure),
                .. disclosed.Select(d => (BundleFiles.Disclosed(d.Commitment), d.ToFile())),
                .. entries.Select((e, i) => (BundleFiles.Entry(i), e)),
            ]).Resealed();
    }

    private static string? Answer(OpenBundle bundle, BundlePurpose purpose)
    {
        try
        {
            var contents = BundleVerifier.Verify(bundle.Zip(), BundleTrust.None, new BundleChecks());
            var load = BundleCase.Load(contents);
            return load.Case is { } held && Cli.Commands.Bundles.FigureWork.TooLarge(purpose, held) is null ? InProcess.Answer(purpose, load, contents.Manifest.Size) : null;
        }
        catch (Exception e) when (e is Record.RecordException or Cli.InputException or Queries.QueryException)
        {
            return null;
        }
    }

    private static string IdOf(string content)
    {
        var map = JsonNode.Parse(content)!.AsObject();
        return (map["id"] ?? map["code"])!.GetValue<string>();
    }

    private static List<(EntryKind Kind, string Content)> RiverItems()
    {
        var folder = Directory.CreateTempSubdirectory("holdfire-river-").FullName;
        try
        {
            RiverCase.Write(folder);
            return [.. FolderItems.Read(folder).Select(i => (i.Kind, Encoding.UTF8.GetString(i.Content.Span)))];
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}

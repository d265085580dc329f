using System.Collections.Immutable;
using System.Text;
using Holdfire.Record.Files;
using Holdfire.Record.Tiles;
using Holdfire.Record.Tlog;

namespace Holdfire.Record.Log;

/// <summary>Reads a published record as of the checkpoint that it had when it was opened. Needs no key, no journal and no lock.</summary>
/// <remarks>
/// Nothing that it reads is vouched for: <see cref="Verify"/> asks whether the operator signed the checkpoint, and
/// <see cref="LogFsck"/> whether the files are those that it signed. Not safe for concurrent use.
/// </remarks>
public sealed class LogReader
{
    private const int MostKeyBytes = 1 << 20;
    private readonly TileFolder tiles;
    private TileNodes? nodes;

    private LogReader(ITileSource source, SignedNote note, Checkpoint checkpoint)
    {
        (Source, Note, Checkpoint) = (source, note, checkpoint);
        tiles = new TileFolder(source);
    }

    /// <summary>Where its files are read from.</summary>
    public ITileSource Source { get; }

    /// <summary>The folder; of a record that is read from elsewhere its address, for messages.</summary>
    public string Folder => Source.Name;

    /// <summary>Whether an entry is the one under the checkpoint; null where that is not known, and any is taken.</summary>
    private Func<LogEntry, bool>? IsCovered { get; init; }

    /// <summary>The checkpoint file: the operator's signature and the witnesses' cosignatures under it.</summary>
    public SignedNote Note { get; }

    /// <summary>What the checkpoint says.</summary>
    public Checkpoint Checkpoint { get; }

    /// <summary>The number of entries that the checkpoint covers.</summary>
    public long Size => Checkpoint.Size;

    /// <summary>The folder that it is read from; null where it is read from elsewhere.</summary>
    internal FolderTiles? Local => FolderTiles.Under(Source);

    internal IFileLayer Files => Local?.Files ?? throw new InvalidOperationException($"{Source.Name} is no folder");

    private TileNodes Nodes => nodes ??= tiles.Nodes(Size);

    /// <summary>Opens a folder; its checkpoint must be there and well formed.</summary>
    public static Parsed<LogReader> Open(string folder) => Open(new FolderTiles(folder));

    /// <summary>Opens a record wherever it is; its checkpoint must be there and well formed.</summary>
    public static Parsed<LogReader> Open(ITileSource source)
    {
        try
        {
            return OpenReachable(source);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return RecordError.OfFile(source.Name, e);
        }
    }

    /// <summary>The same, for who must tell a source that cannot be reached from one that holds no record.</summary>
    /// <exception cref="IOException">The source cannot be reached or read.</exception>
    internal static Parsed<LogReader> OpenReachable(ITileSource source) =>
        !CheckpointFile.Read(source).Is(out var note, out var error) ? error
        : Checkpoint.Parse(note.Text).Is(out var checkpoint, out error) ? new LogReader(source, note, checkpoint)
        : error.Within(Path.Combine(source.Name, LogFolder.Checkpoint));

    /// <summary>The operator's key as the folder itself gives it. Whoever trusts nobody has it from elsewhere.</summary>
    public Parsed<NoteVerifier> OperatorKey()
    {
        var path = PathOf(LogFolder.OperatorKey);
        if (Text(LogFolder.OperatorKey) is not { } file)
        {
            return RecordError.Invalid(path, "the operator's verifier key", "no such file");
        }

        // A cut line is a touched file, even where only its end is gone: no byte of a record may change unnoticed.
        return !file.Is(out var line, out var unread) ? unread
            : !line.EndsWith('\n') ? RecordError.Invalid(path, "the operator's verifier key and a line feed", "no line feed at the end")
            : NoteVerifier.Parse(line[..^1]).Is(out var key, out var error) ? key : error.Within(path);
    }

    /// <summary>The witnesses' keys as the folder gives them; none where it gives none.</summary>
    public Parsed<ImmutableArray<NoteVerifier>> WitnessKeys()
    {
        var path = PathOf(LogFolder.Witnesses);
        var keys = ImmutableArray.CreateBuilder<NoteVerifier>();
        if (!(Text(LogFolder.Witnesses) ?? "").Is(out var text, out var unread))
        {
            return unread;
        }

        var lines = text.Split('\n');
        for (var i = 0; i < lines.Length; i++)
        {
            if (lines[i].Length > 0)
            {
                if (!NoteVerifier.Parse(lines[i]).Is(out var key, out var error))
                {
                    return error.Within($"{path}, line {i + 1}");
                }

                keys.Add(key);
            }
        }

        return keys.ToImmutable();
    }

    /// <summary>The policy in the folder, which is what the operator claims; one without a quorum where there is no such file.</summary>
    public Parsed<TlogPolicy> OwnPolicy()
    {
        return Text(LogFolder.Policy) is not { } file ? new TlogPolicy()
            : !file.Is(out var text, out var unread) ? unread
            : TlogPolicy.Parse(text).Is(out var policy, out var error) ? policy : error.Within(PathOf(LogFolder.Policy));
    }

    /// <summary>The checkpoint, if this key signed it.</summary>
    public Parsed<Checkpoint> Verify(NoteVerifier log) => Checkpoint.Open(Note, log);

    /// <summary>The entries in order, read bundle by bundle.</summary>
    /// <param name="from">The first index.</param>
    /// <param name="to">The index after the last; the size of the checkpoint if left out.</param>
    /// <exception cref="RecordException">Thrown on the way where a bundle is missing or malformed.</exception>
    public IEnumerable<LogEntry> Entries(long from = 0, long? to = null)
    {
        var end = to ?? Size;
        ArgumentOutOfRangeException.ThrowIfNegative(from);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(end, Size, nameof(to));
        return Stream(from, end);
    }

    /// <summary>The bytes of one entry.</summary>
    /// <exception cref="RecordException">Its bundle is missing or malformed.</exception>
    public LogEntry Entry(long index)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, Size);
        return Entries(index, index + 1).Single();
    }

    /// <summary>The hashes of a tile, 32 bytes each.</summary>
    public Parsed<ReadOnlyMemory<byte>> Tile(TileCoordinate tile) => tiles.Hashes(tile);

    /// <summary>The leaf hash that the tiles hold for an index.</summary>
    /// <exception cref="RecordException">A tile is missing or malformed.</exception>
    public MerkleHash Leaf(long index) => Nodes.Node(0, index);

    /// <summary>The root of the first entries, out of the tiles.</summary>
    /// <param name="size">How many entries; at most <see cref="Size"/>.</param>
    /// <exception cref="RecordException">A tile is missing or malformed.</exception>
    public MerkleHash Root(long size)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(size, Size);
        return MerkleProof.Root(Nodes, size);
    }

    /// <summary>The right edge of the tree over the first entries, out of the tiles.</summary>
    /// <exception cref="RecordException">A tile is missing or malformed.</exception>
    internal MerkleFrontier FrontierAt(long size) => new(Nodes, size);

    /// <summary>The proof that an entry is under the checkpoint, with the checkpoint: a <c>.tlog-proof</c> file.</summary>
    /// <exception cref="RecordException">A tile is missing or malformed.</exception>
    public TlogProof Prove(long index) => new(index, MerkleProof.Inclusion(Nodes, index, Size), Note);

    /// <summary>The proof that the log at one size begins with itself at a smaller one.</summary>
    /// <param name="oldSize">The smaller size.</param>
    /// <param name="newSize">The larger size; that of the checkpoint if left out.</param>
    /// <exception cref="RecordException">A tile is missing or malformed.</exception>
    public ImmutableArray<MerkleHash> ProveConsistency(long oldSize, long? newSize = null)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(newSize ?? Size, Size, nameof(newSize));
        return MerkleProof.Consistency(Nodes, oldSize, newSize ?? Size);
    }

    /// <summary>The same, but entries other than those under the checkpoint are refused.</summary>
    internal LogReader Checking(Func<LogEntry, bool> isCovered) => new(Source, Note, Checkpoint) { IsCovered = isCovered };

    internal static Parsed<LogReader> Open(string folder, IFileLayer files) => Open(new FolderTiles(files, folder));

    private Parsed<string>? Text(string name) => Source.Read(name, MostKeyBytes) is not { } file ? null
        : file.Is(out var bytes, out var error) ? Encoding.UTF8.GetString(bytes.Span)
        : error with { Where = PathOf(name) };

    private string PathOf(string name) => Path.Combine(Source.Name, name);

    private IEnumerable<LogEntry> Stream(long from, long end)
    {
        for (var index = from; index < end;)
        {
            var bundle = tiles.Entries(TileCoordinate.At(TileCoordinate.Entries, index >> 8, Size)).OrThrow();
            for (var i = (int)(index & 255); i < bundle.Length && index < end; i++)
            {
                yield return Covered(new LogEntry(index++, bundle[i]));
            }
        }
    }

    private LogEntry Covered(LogEntry entry) => IsCovered is null || IsCovered(entry) ? entry : throw new RecordException(RecordError.Touched(
        TileCoordinate.At(TileCoordinate.Entries, entry.Index >> 8, Size).Path,
        FormattableString.Invariant($"entry {entry.Index} of the checkpoint"), "another; see holdfire record verify"));
}

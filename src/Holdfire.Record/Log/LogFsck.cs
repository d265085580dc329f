using System.Collections.Concurrent;
using System.Collections.Immutable;
using Holdfire.Record.Tlog;

namespace Holdfire.Record.Log;

/// <summary>Checks every file of a published record against its checkpoint, and the checkpoint against a key.</summary>
/// <remarks>
/// Recomputes every leaf hash, tile and the root (RFC 6962; C2SP tlog-tiles) in one pass, in memory that does not grow with the
/// record. Whether the checkpoint is the one that others saw is not its matter: for that a witness or an earlier checkpoint is needed.
/// </remarks>
public sealed class LogFsck
{
    /// <summary>The most findings that are listed. Then the tree is followed no further: a forged size must not cost for ever.</summary>
    public const int MostFindings = 1000;

    // Bundles that are checked and wait for the caller: a few megabytes.
    private const int BundlesAhead = 32;

    private readonly TileFolder folder;
    private readonly long size;
    private readonly Action<LogEntry[]>? each;
    private readonly ImmutableArray<FsckFinding>.Builder findings = ImmutableArray.CreateBuilder<FsckFinding>();
    private readonly FsckTiles tiles;
    private bool isCutShort;

    private LogFsck(LogReader reader, Action<LogEntry[]>? each)
    {
        this.each = each;
        size = reader.Size;
        folder = new TileFolder(reader.Source);
        tiles = new FsckTiles(folder, reader.Checkpoint, Report);
    }

    /// <summary>
    /// Checks a record. No finding means that it is, byte for byte, what the key's holder signed; but a checkpoint may have signature
    /// lines by keys that are not known here, which prove nothing (C2SP signed-note).
    /// </summary>
    /// <param name="reader">The record.</param>
    /// <param name="log">The operator's key; from elsewhere if the folder itself is not trusted.</param>
    /// <param name="witnesses">Keys of witnesses: a cosignature by one of them that does not hold is a finding.</param>
    /// <param name="each">
    /// Called on this thread for each entry whose bytes are the signed ones, in order; the check runs ahead beside it.
    /// </param>
    /// <exception cref="RecordException">A file could not be read for another reason than its content.</exception>
    public static ImmutableArray<FsckFinding> Check(
        LogReader reader, NoteVerifier log, IEnumerable<NoteVerifier>? witnesses = null, Action<LogEntry>? each = null)
    {
        var keys = witnesses ?? [];
        return each is null ? new LogFsck(reader, null).Check(reader, log, keys) : CheckAhead(reader, log, keys, each);
    }

    // Reading and hashing take a processor what the caller's own work, such as checking signatures, leaves idle.
    private static ImmutableArray<FsckFinding> CheckAhead(
        LogReader reader, NoteVerifier log, IEnumerable<NoteVerifier> witnesses, Action<LogEntry> each)
    {
        using var stop = new CancellationTokenSource();
        using var ahead = new BlockingCollection<LogEntry[]>(BundlesAhead);
        var check = Task.Run(() =>
        {
            try
            {
                return new LogFsck(reader, entries => ahead.Add(entries, stop.Token)).Check(reader, log, witnesses);
            }
            finally
            {
                ahead.CompleteAdding();
            }
        });
        try
        {
            foreach (var entries in ahead.GetConsumingEnumerable())
            {
                Array.ForEach(entries, each);
            }
        }
        catch
        {
            stop.Cancel();
            _ = check.ContinueWith(c => c.Exception, TaskScheduler.Default);
            ((IAsyncResult)check).AsyncWaitHandle.WaitOne();
            throw;
        }

        return check.GetAwaiter().GetResult();
    }

    private ImmutableArray<FsckFinding> Check(LogReader reader, NoteVerifier log, IEnumerable<NoteVerifier> witnesses)
    {
        // What is behind a link is not the record's: it is not read.
        if (reader.Local is { } local && RecordLinks.Find(local.Files, local.Folder) is { IsEmpty: false } links)
        {
            return [.. links.Take(MostFindings).Select(l => new FsckFinding(FsckProblem.Damaged, l.At(l.Where)))];
        }

        try
        {
            CheckNote(reader, log, witnesses);
            CheckTree();
            if (reader.Local is { } here)
            {
                new FsckStrays(here.Files, here.Folder, reader.Size, Report).Check();
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new RecordException(RecordError.OfFile(reader.Folder, e), e);
        }

        if (isCutShort)
        {
            findings.Add(new FsckFinding(
                FsckProblem.Damaged, RecordError.Touched(LogFolder.Tiles, "", $"there are more than {MostFindings} findings; not all is listed")));
        }

        return findings.ToImmutable();
    }

    private void CheckNote(LogReader reader, NoteVerifier log, IEnumerable<NoteVerifier> witnesses)
    {
        if (!reader.Verify(log).Is(out _, out var error) || !reader.Note.VerifiedBy([log, .. witnesses]).Is(out _, out error))
        {
            Report(new FsckFinding(FsckProblem.Damaged, error.At(LogFolder.Checkpoint) with { Code = RecordErrorCodes.Touched }));
        }

        // C2SP signed-note lets it pass and it proves nothing more, but no writer leaves one: the file was touched.
        if (reader.Note.Signatures.GroupBy(s => s.ToString()).FirstOrDefault(s => s.Count() > 1) is { } twice)
        {
            Report(new FsckFinding(FsckProblem.Damaged, RecordError.Touched(LogFolder.Checkpoint, "", $"a signature line by {twice.First().Name} stands twice")));
        }
    }

    private void CheckTree()
    {
        var edge = tiles.Edge();
        for (var level = edge.Length - 1; level >= 0; level--)
        {
            if (tiles.EdgeTile(level) is not { } tile)
            {
                continue;
            }

            if (level == 0)
            {
                CheckBundle(tile with { Level = TileCoordinate.Entries }, edge[0]);
            }

            for (var i = 0; level > 0 && i < tile.Width && !isCutShort; i++)
            {
                CheckBelow(level - 1, (tile.Index << 8) + i, edge[level]?[i]);
            }
        }
    }

    private void CheckBelow(int level, long index, MerkleHash? root)
    {
        var hashes = tiles.Full(new TileCoordinate(level, index, TileCoordinate.FullWidth), root);
        if (level == 0)
        {
            CheckBundle(new TileCoordinate(TileCoordinate.Entries, index, TileCoordinate.FullWidth), hashes);
            return;
        }

        for (var i = 0; i < TileCoordinate.FullWidth && !isCutShort; i++)
        {
            CheckBelow(level - 1, (index << 8) + i, hashes?[i]);
        }
    }

    private void CheckBundle(TileCoordinate bundle, MerkleHash[]? leaves)
    {
        if (!folder.Entries(bundle).Is(out var entries, out var error))
        {
            Report(new FsckFinding(folder.Has(bundle) ? FsckProblem.Damaged : FsckProblem.Missing, error.At(bundle.Path)));
            return;
        }

        var good = new List<LogEntry>(entries.Length);
        var wrong = new List<long>();
        for (var i = 0; i < entries.Length; i++)
        {
            var entry = new LogEntry((bundle.Index << 8) + i, entries[i]);
            if (leaves is null || entry.Leaf != leaves[i])
            {
                wrong.Add(entry.Index);
            }
            else
            {
                good.Add(entry);
            }
        }

        each?.Invoke([.. good]);
        if (wrong.Count > 0)
        {
            var which = wrong.Count == 1
                ? $"entry {wrong[0]} is not the one"
                : $"{wrong.Count} entries from {wrong[0]} to {wrong[^1]} are not those";
            Report(new FsckFinding(FsckProblem.Damaged, RecordError.Touched(bundle.Path, "", $"{which} under the root of the checkpoint")));
        }
    }

    private void Report(FsckFinding finding)
    {
        if (findings.Count < MostFindings)
        {
            findings.Add(finding);
        }
        else
        {
            isCutShort = true;
        }
    }
}

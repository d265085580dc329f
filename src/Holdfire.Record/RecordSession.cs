using Holdfire.Record.Log;
using Holdfire.Record.State;
using Holdfire.Record.Tiles;
using Holdfire.Record.Tlog;

namespace Holdfire.Record;

/// <summary>A record that is opened once and then followed, at a cost that grows with what is new in it.</summary>
/// <remarks>Tiles and entry bundles are kept once they are read, up to a limit. Not safe to call from several threads at a time.</remarks>
public sealed class RecordSession
{
    private readonly ITileSource source;
    private readonly NoteVerifier key;
    private RecordReader current;
    private Error? error;

    private RecordSession(ITileSource source, NoteVerifier key, RecordReader current) =>
        (this.source, this.key, this.current) = (source, key, current);

    /// <summary>The record at the newest checkpoint that was read. It must not be used any more after the next <see cref="Refresh"/>.</summary>
    /// <exception cref="RecordException">An earlier <see cref="Refresh"/> found that the record was touched.</exception>
    public RecordReader Current => error is null ? current : throw new RecordException(error);

    /// <summary>Opens a record in a folder.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="memory">Where it is remembered what was read and checked earlier; the user's cache folder if left out.</param>
    public static Parsed<RecordSession> Open(string folder, LedgerMemory? memory = null) => Open(new FolderTiles(folder), memory);

    /// <summary>Opens a record wherever it is.</summary>
    /// <param name="source">Where its files are.</param>
    /// <param name="memory">Where it is remembered what was read and checked earlier; the user's cache folder if left out.</param>
    public static Parsed<RecordSession> Open(ITileSource source, LedgerMemory? memory = null)
    {
        var cached = new CachedTiles(source);
        return RecordReader.Open(cached, memory).Is(out var record, out var error) && record.Log.OperatorKey().Is(out var key, out error)
            ? new RecordSession(cached, key, record)
            : error!;
    }

    /// <summary>Reads what was added since, and gives the record as it is now. Only new entries are read.</summary>
    /// <returns>
    /// The record, or the error: it shrank, it does not go on from what was read before, or a new entry is against the rules. After such a
    /// error the session gives nothing any more. Where the source cannot be reached, the session stays as it is.
    /// </returns>
    public Parsed<RecordReader> Refresh()
    {
        var before = Current;
        if (!LogReader.Open(source).Is(out var log, out var unread) || !log.Verify(key).Is(out var checkpoint, out unread))
        {
            return unread;
        }

        if (checkpoint == before.Log.Checkpoint)
        {
            return before;
        }

        if (checkpoint.Size < before.Size)
        {
            return error = RecordError.Touched(log.Folder, FormattableString.Invariant($"at least the {before.Size} entries that were read before"), FormattableString.Invariant($"{checkpoint.Size}: the record was rolled back"));
        }

        var known = before.Known;
        before.Outdate();
        if (!RecordReader.Read(log, known).Is(out var now, out var touched))
        {
            return error = touched;
        }

        return current = now;
    }
}

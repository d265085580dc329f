using System.Security.Cryptography;
using System.Text;
using Holdfire.CaseFormat;
using Holdfire.Record;
using Holdfire.Record.Log;
using Holdfire.Record.Protection;
using Holdfire.Views;
using NodaTime;

namespace Holdfire.Server;

/// <summary>A record that is opened once and followed, with the last few views of it and the indexes that were built for them.</summary>
/// <remarks>Not safe to call from several threads at a time.</remarks>
internal sealed class FollowedRecord
{
    private const int ViewsKept = 8;

    // Two writes within one tick of the file system's clock have the same time, so a new file is looked at again.
    private static readonly TimeSpan ClockTick = TimeSpan.FromSeconds(1);
    private readonly RecordSession session;
    private readonly LinkedList<ServedView> views = [];
    private readonly ViewMemory memory = new();
    private ServedView? whole;
    private (long Size, string Contents, CaseLoad Load)? loaded;
    private DateTime checkpointWritten;
    private (long Size, HashSet<string> Files) named = (-1, []);

    // How far entries were looked at, and the index of the first protected one among them.
    private (long Size, long First) guarded = (0, long.MaxValue);

    private FollowedRecord(RecordSession session) => this.session = session;

    /// <summary>Opens a record: checks its entries and signatures.</summary>
    /// <exception cref="RecordException">The record cannot be read.</exception>
    public static FollowedRecord Open(string folder) => new(RecordSession.Open(folder).OrThrow());

    /// <summary>The record as it is now. It must not be used any more once this is asked for again.</summary>
    /// <exception cref="RecordException">The record was touched, or cannot be read.</exception>
    public RecordReader Newest()
    {
        // The checkpoint is replaced whole, so its time tells whether there is anything to read.
        var written = File.GetLastWriteTimeUtc(Path.Combine(session.Current.Log.Folder, LogFolder.Checkpoint));
        if (written != checkpointWritten || DateTime.UtcNow - written < ClockTick)
        {
            _ = session.Refresh().OrThrow();
            checkpointWritten = written;
        }

        return session.Current;
    }

    /// <summary>The view at these coordinates.</summary>
    /// <param name="recordedAt">A size of the record or an instant; null for all that it holds now.</param>
    /// <param name="knownBy">Only what sources had published by then; null for everything.</param>
    /// <exception cref="QueryException">The record never had this size, or held nothing by then.</exception>
    /// <exception cref="RecordException">The record was touched, or cannot be read.</exception>
    public ServedView View(string? recordedAt, Instant? knownBy)
    {
        var now = Newest();
        var (record, at) = RecordSizes.Read(now, recordedAt);
        var key = new ViewKey(at.Size, ContentsBeside(now, record.Size), at.Asked, knownBy);

        // What most ask for is pushed out by nothing that few ask for.
        return at.Size == now.Size && at.Asked is null && knownBy is null
            ? whole = whole?.Key == key ? whole : Made(now, record, at, key)
            : Kept(key) ?? Keep(Made(now, record, at, key));
    }

    /// <summary>Whether an entry whose content is here and not erased names this file: no other attachment is anybody's business.</summary>
    /// <param name="hash">The SHA-256 of the file in lower-case hex.</param>
    /// <exception cref="RecordException">The record was touched, or cannot be read.</exception>
    public bool NamesFile(string hash)
    {
        // A content may be disclosed without a new entry, so that what was not named may be so now; what is erased has one.
        var record = Newest();
        if (named.Size != record.Size || !named.Files.Contains(hash))
        {
            named = (record.Size, [.. ErasedContent.FilesKept(record, new ContentFolder(record.Log.Folder))]);
        }

        return named.Files.Contains(hash);
    }

    private ServedView? Kept(ViewKey key)
    {
        if (views.FirstOrDefault(v => v.Key == key) is not { } found)
        {
            return null;
        }

        views.Remove(found);
        views.AddFirst(found);
        return found;
    }

    private ServedView Keep(ServedView made)
    {
        views.AddFirst(made);
        if (views.Count > ViewsKept)
        {
            views.RemoveLast();
        }

        return made;
    }

    private ServedView Made(RecordReader now, RecordReader record, RecordedAt at, ViewKey key) =>
        new(key, now.Log.Root(at.Size), at.Size == now.Size ? ViewOf(record, at, key) : Earlier(record, at, key));

    // A disclosed content lies under the name of its commitment, so the names tell the contents.
    private string ContentsBeside(RecordReader now, long size)
    {
        // What was protected once is so at any later size, so that each entry is looked at once.
        for (; guarded.Size < now.Size && guarded.First == long.MaxValue; guarded.Size++)
        {
            guarded.First = now.Ledger[guarded.Size].Protected ? guarded.Size : long.MaxValue;
        }

        return guarded.First >= size ? "" : Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n',
            new ContentFolder(now.Log.Folder).DisclosedFiles.Select(Path.GetFileName).Order(StringComparer.Ordinal)))));
    }

    // While a case was being entered, part by part, there was none to be seen yet: that is no error of the record.
    private CaseView Earlier(RecordReader record, RecordedAt at, ViewKey key)
    {
        try
        {
            return ViewOf(record, at, key);
        }
        catch (RecordException e) when (!e.Error.IsTouched)
        {
            throw new QueryException(
                QueryErrorCodes.UnknownValue, CommonOptions.RecordedAt.Name, "a size at which the case was whole",
                FormattableString.Invariant($"{at.Size}, where {e.Error.What}"));
        }
    }

    private CaseView ViewOf(RecordReader record, RecordedAt at, ViewKey key)
    {
        var load = Loaded(record, key);
        var @case = load is { Case: { } read, Errors.IsEmpty: true } ? read
            : throw new RecordException(load.Errors[0].Within(record.Log.Folder) with { Code = load.IsTouched ? RecordErrorCodes.Touched : load.Errors[0].Code });

        // The reader is for one thread at a time and ends with the next refresh.
        return RecordViews.Of(@case, record, RecordViews.Without(at, load), key.KnownBy, memory);
    }

    // Many instants lead to one size, and each of them is seen as known by many others.
    private CaseLoad Loaded(RecordReader record, ViewKey key)
    {
        if (loaded is not { } last || last.Size != key.Size || last.Contents != key.Contents)
        {
            loaded = last = (key.Size, key.Contents, RecordViews.Load(record));
        }

        return last.Load;
    }
}

using System.Security.Cryptography;
using System.Text;
using Holdfire.Record;
using Holdfire.Record.Log;
using Holdfire.Record.Protection;
using Holdfire.Views;
using NodaTime;

namespace Holdfire.Server;

/// <summary>The record that is served: opened once, followed, and seen at any coordinates.</summary>
/// <remarks>Safe to call from several threads. Views are kept, the last few of them, with the indexes that were built for them.</remarks>
public sealed class ServedRecord
{
    private const int ViewsKept = 8;

    // Two writes within one tick of the file system's clock have the same time, so a new file is looked at again.
    private static readonly TimeSpan ClockTick = TimeSpan.FromSeconds(1);
    private readonly Lock turn = new();
    private readonly RecordSession session;
    private readonly LinkedList<ServedView> views = [];
    private DateTime checkpointWritten;
    private (long Size, HashSet<string> Files) named = (-1, []);

    // How far entries were looked at, and the index of the first protected one among them.
    private (long Size, long First) guarded = (0, long.MaxValue);

    private ServedRecord(string folder, RecordSession session) => (Folder, this.session) = (folder, session);

    /// <summary>The record's folder.</summary>
    public string Folder { get; }

    /// <summary>Opens a record: checks its entries and signatures, and loads its case.</summary>
    /// <exception cref="RecordException">The record or its case cannot be read.</exception>
    public static ServedRecord Open(string folder)
    {
        var served = new ServedRecord(folder, RecordSession.Open(folder).OrThrow());
        _ = served.View(null, null);
        return served;
    }

    /// <summary>The view at these coordinates.</summary>
    /// <param name="recordedAt">A size of the record or an instant; null for all that it holds now.</param>
    /// <param name="knownBy">Only what sources had published by then; null for everything.</param>
    /// <exception cref="QueryException">The record never had this size, or held nothing by then.</exception>
    /// <exception cref="RecordException">The record was touched, or cannot be read.</exception>
    public ServedView View(string? recordedAt, Instant? knownBy)
    {
        lock (turn)
        {
            var whole = Newest();
            var (record, at) = RecordSizes.Read(whole, recordedAt);
            var key = new ViewKey(at.Size, ContentsBeside(whole, record.Size), at.Asked, knownBy);
            var found = views.FirstOrDefault(v => v.Key == key);
            if (found is not null)
            {
                views.Remove(found);
            }
            else
            {
                found = new ServedView(key, whole.Log.Root(at.Size), at.Size == whole.Size ? ViewOf(record, at, knownBy) : Earlier(record, at, knownBy));
            }

            views.AddFirst(found);
            if (views.Count > ViewsKept)
            {
                views.RemoveLast();
            }

            return found;
        }
    }

    /// <summary>Does something with the record as it is now, alone: a reader is not for several threads at a time.</summary>
    /// <exception cref="RecordException">The record was touched, or cannot be read.</exception>
    public T Read<T>(Func<RecordReader, T> read)
    {
        lock (turn)
        {
            return read(Newest());
        }
    }

    /// <summary>Whether an entry whose content is here and not erased names this file: no other attachment is anybody's business.</summary>
    /// <param name="hash">The SHA-256 of the file in lower-case hex.</param>
    /// <exception cref="RecordException">The record was touched, or cannot be read.</exception>
    public bool NamesFile(string hash)
    {
        lock (turn)
        {
            // A content may be disclosed without a new entry, so that what was not named may be so now; what is erased has one.
            var record = Newest();
            if (named.Size != record.Size || !named.Files.Contains(hash))
            {
                named = (record.Size, [.. ErasedContent.FilesKept(record, new ContentFolder(record.Log.Folder))]);
            }

            return named.Files.Contains(hash);
        }
    }

    // The checkpoint is replaced whole, so its time tells whether there is anything to read.
    private RecordReader Newest()
    {
        var written = File.GetLastWriteTimeUtc(Path.Combine(Folder, LogFolder.Checkpoint));
        if (written != checkpointWritten || DateTime.UtcNow - written < ClockTick)
        {
            _ = session.Refresh().OrThrow();
            checkpointWritten = written;
        }

        return session.Current;
    }

    // A disclosed content lies under the name of its commitment, so the names tell the contents.
    private string ContentsBeside(RecordReader whole, long size)
    {
        // What was protected once is so at any later size, so that each entry is looked at once.
        for (; guarded.Size < whole.Size && guarded.First == long.MaxValue; guarded.Size++)
        {
            guarded.First = whole.Ledger[guarded.Size].Protected ? guarded.Size : long.MaxValue;
        }

        return guarded.First >= size ? "" : Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n',
            new ContentFolder(whole.Log.Folder).DisclosedFiles.Select(Path.GetFileName).Order(StringComparer.Ordinal)))));
    }

    // While a case was being entered, part by part, there was none to be seen yet: that is no error of the record.
    private static CaseView Earlier(RecordReader record, RecordedAt at, Instant? knownBy)
    {
        try
        {
            return ViewOf(record, at, knownBy);
        }
        catch (RecordException e) when (!e.Error.IsTouched)
        {
            throw new QueryException(
                QueryErrorCodes.UnknownValue, CommonOptions.RecordedAt.Name, "a size at which the case was whole",
                FormattableString.Invariant($"{at.Size}, where {e.Error.What}"));
        }
    }

    private static CaseView ViewOf(RecordReader record, RecordedAt at, Instant? knownBy)
    {
        var load = RecordViews.Load(record);
        var @case = load is { Case: { } loaded, Errors.IsEmpty: true } ? loaded
            : throw new RecordException(load.Errors[0].Within(record.Log.Folder) with { Code = load.IsTouched ? RecordErrorCodes.Touched : load.Errors[0].Code });

        // The reader is for one thread at a time and ends with the next refresh.
        return RecordViews.Of(@case, record, RecordViews.Without(at, load), knownBy, outlivesRecord: true);
    }
}

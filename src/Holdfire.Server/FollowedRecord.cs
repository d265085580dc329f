using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Holdfire.Record;
using Holdfire.Record.Entries;
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

    // As many as a mission, its parties and a few people are; each keeps a case.
    private const int AudiencesKept = 8;

    // Two writes within one tick of the file system's clock have the same time, so a new file is looked at again.
    private static readonly TimeSpan ClockTick = TimeSpan.FromSeconds(1);
    private readonly RecordSession session;
    private readonly SealedEntries hidden;
    private readonly LinkedList<SeenByAudience> audiences = [];
    private DateTime checkpointWritten;
    private (long Size, HashSet<string> Files) named = (-1, []);

    // How far entries were looked at, and the index of the first protected one among them.
    private (long Size, long First) guarded = (0, long.MaxValue);

    private FollowedRecord(RecordSession session) => (this.session, hidden) = (session, SealedEntries.Of(session.Current.Log.Folder));

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
    /// <param name="audience">Who asks.</param>
    /// <exception cref="QueryException">The record never had this size, or held nothing by then.</exception>
    /// <exception cref="RecordException">The record was touched, or cannot be read.</exception>
    public ServedView View(string? recordedAt, Instant? knownBy, Audience audience)
    {
        var now = Newest();
        var (record, at) = RecordSizes.Read(now, recordedAt);
        audience = Shared(now, audience);
        var kept = Of(audience);
        var key = new ViewKey(at.Size, ContentsBeside(now, record, audience), at.Asked, knownBy, audience);

        // What most ask for is pushed out by nothing that few ask for.
        return at.Size == now.Size && at.Asked is null && knownBy is null
            ? kept.Whole = kept.Whole?.Key == key ? kept.Whole : Made(now, record, at, key, kept)
            : kept.Find(key) ?? kept.Keep(Made(now, record, at, key, kept), ViewsKept);
    }

    /// <summary>Asks the record as an audience sees it. What is asked keeps nothing of the record.</summary>
    /// <param name="record">The record, at the size at which it is seen.</param>
    /// <param name="audience">Who asks.</param>
    /// <param name="ask">What is asked.</param>
    /// <exception cref="RecordException">The record was touched, or cannot be read.</exception>
    public T Ask<T>(RecordReader record, Audience audience, Func<RecordReader, T> ask) =>
        audience == Audience.Public ? ask(record) : hidden.Ask(record, RecordViews.SeenBy(audience), ask);

    /// <summary>Asks the record with all that is sealed and lies here. What is asked keeps nothing of the record.</summary>
    /// <exception cref="RecordException">The record was touched, or cannot be read.</exception>
    public T AskWhole<T>(RecordReader record, Func<RecordReader, T> ask) => hidden.Ask(record, static _ => true, ask);

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

    // Two people whom no label names see the same: what is kept for one serves the other.
    private Audience Shared(RecordReader now, Audience audience) => audience.Person is null ? audience
        : audience.Among(hidden.Labels(now).Select(l => AudienceLabel.TryParse(l, out var label) ? label : default));

    private SeenByAudience Of(Audience audience)
    {
        var found = audiences.FirstOrDefault(a => a.Audience == audience);
        if (found is not null)
        {
            audiences.Remove(found);
        }

        audiences.AddFirst(found ??= new SeenByAudience(audience));

        // The public is never pushed out by those who signed in.
        if (audiences.Count > AudiencesKept && audiences.Last(a => a.Audience != Audience.Public) is var last)
        {
            audiences.Remove(last);
        }

        return found;
    }

    private ServedView Made(RecordReader now, RecordReader record, RecordedAt at, ViewKey key, SeenByAudience kept) =>
        new(key, now.Log.Root(at.Size), Ask(record, key.Audience, r => at.Size == now.Size ? ViewOf(r, at, key, kept) : Earlier(r, at, key, kept)));

    // A disclosed content lies under the name of its commitment, so the names tell the contents; what is sealed for an audience does so by its place.
    private string ContentsBeside(RecordReader now, RecordReader record, Audience audience)
    {
        // What was protected once is so at any later size, so that each entry is looked at once.
        for (; guarded.Size < now.Size && guarded.First == long.MaxValue; guarded.Size++)
        {
            guarded.First = now.Ledger[guarded.Size] is { Protected: true, Kind: not EntryKind.Sealed } ? guarded.Size : long.MaxValue;
        }

        var disclosed = guarded.First >= record.Size ? [] : new ContentFolder(now.Log.Folder).DisclosedFiles.Select(Path.GetFileName).Order(StringComparer.Ordinal).Prepend("disclosed");
        var unsealed = audience == Audience.Public ? [] : hidden.Seen(record, RecordViews.SeenBy(audience)).Keys.Select(i => i.ToString(CultureInfo.InvariantCulture)).Prepend("unsealed");
        return string.Join('\n', [.. disclosed, .. unsealed]) is { Length: > 0 } names ? Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(names))) : "";
    }

    // While a case was being entered, part by part, there was none to be seen yet: that is no error of the record.
    private static CaseView Earlier(RecordReader record, RecordedAt at, ViewKey key, SeenByAudience kept)
    {
        try
        {
            return ViewOf(record, at, key, kept);
        }
        catch (RecordException e) when (!e.Error.IsTouched)
        {
            throw new QueryException(
                QueryErrorCodes.UnknownValue, CommonOptions.RecordedAt.Name, "a size at which the case was whole",
                FormattableString.Invariant($"{at.Size}, where {e.Error.What}"));
        }
    }

    private static CaseView ViewOf(RecordReader record, RecordedAt at, ViewKey key, SeenByAudience kept)
    {
        var load = kept.Loaded(record, key);
        var @case = load is { Case: { } read, Errors.IsEmpty: true } ? read
            : throw new RecordException(load.Errors[0].Within(record.Log.Folder) with { Code = load.IsTouched ? RecordErrorCodes.Touched : load.Errors[0].Code });

        // The reader is for one thread at a time and ends with the next refresh.
        return RecordViews.Of(@case, record, RecordViews.Without(at, load, record), key.KnownBy, key.Audience, kept.Memory);
    }
}

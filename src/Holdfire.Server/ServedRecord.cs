using System.Globalization;
using Holdfire.Record;
using NodaTime;

namespace Holdfire.Server;

/// <summary>The record that is served: opened once, followed, and seen at any coordinates.</summary>
/// <remarks>
/// Safe to call from several threads. The newest state and older ones are read by two readers that wait for each other nowhere: whoever asks
/// for many older states keeps nobody from the newest.
/// </remarks>
public sealed class ServedRecord
{
    // How long one who waits for a turn goes without a look at whether he was given up.
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(100);
    private readonly Lock turn = new();
    private readonly FollowedRecord newest;
    private readonly Lock olderTurn = new();
    private FollowedRecord? older;

    private ServedRecord(string folder, FollowedRecord newest) => (Folder, this.newest) = (folder, newest);

    /// <summary>The record's folder.</summary>
    public string Folder { get; }

    /// <summary>Opens a record: checks its entries and signatures, and loads its case.</summary>
    /// <exception cref="RecordException">The record or its case cannot be read.</exception>
    public static ServedRecord Open(string folder)
    {
        var served = new ServedRecord(folder, FollowedRecord.Open(folder));
        _ = served.View(null, null);
        return served;
    }

    /// <summary>The view at these coordinates.</summary>
    /// <param name="recordedAt">A size of the record or an instant; null for all that it holds now.</param>
    /// <param name="knownBy">Only what sources had published by then; null for everything.</param>
    /// <param name="stop">Ends the waiting for others who ask for older states.</param>
    /// <exception cref="QueryException">The record never had this size, or held nothing by then.</exception>
    /// <exception cref="RecordException">The record was touched, or cannot be read.</exception>
    /// <exception cref="OperationCanceledException">It took too long until it was this one's turn.</exception>
    public ServedView View(string? recordedAt, Instant? knownBy, CancellationToken stop = default)
    {
        lock (turn)
        {
            if (recordedAt is null || recordedAt == Text(newest.Newest().Size))
            {
                return newest.View(recordedAt, knownBy);
            }
        }

        return Older(o => o.View(recordedAt, knownBy), stop);
    }

    /// <summary>Does something with the record as it is now, alone: a reader is not for several threads at a time.</summary>
    /// <exception cref="RecordException">The record was touched, or cannot be read.</exception>
    public T Read<T>(Func<RecordReader, T> read)
    {
        lock (turn)
        {
            return read(newest.Newest());
        }
    }

    /// <summary>Does something with the record as it was when it held so many entries, alone.</summary>
    /// <param name="size">How many entries, at most those that it holds now.</param>
    /// <param name="read">What is done.</param>
    /// <param name="stop">Ends the waiting for others who ask for older states.</param>
    /// <exception cref="RecordException">The record was touched, or cannot be read.</exception>
    /// <exception cref="OperationCanceledException">It took too long until it was this one's turn.</exception>
    public T ReadAt<T>(long size, Func<RecordReader, T> read, CancellationToken stop)
    {
        lock (turn)
        {
            if (newest.Newest() is var now && now.Size == size)
            {
                return read(now);
            }
        }

        return Older(o => read(o.Newest().At(size)), stop);
    }

    /// <summary>Whether an entry whose content is here and not erased names this file: no other attachment is anybody's business.</summary>
    /// <param name="hash">The SHA-256 of the file in lower-case hex.</param>
    /// <exception cref="RecordException">The record was touched, or cannot be read.</exception>
    public bool NamesFile(string hash)
    {
        lock (turn)
        {
            return newest.NamesFile(hash);
        }
    }

    // Opened where somebody first asks for an older state: most records are asked for their newest alone.
    private T Older<T>(Func<FollowedRecord, T> read, CancellationToken stop)
    {
        while (!olderTurn.TryEnter(Patience))
        {
            stop.ThrowIfCancellationRequested();
        }

        try
        {
            return read(older ??= FollowedRecord.Open(Folder));
        }
        finally
        {
            olderTurn.Exit();
        }
    }

    private static string Text(long size) => size.ToString(CultureInfo.InvariantCulture);
}

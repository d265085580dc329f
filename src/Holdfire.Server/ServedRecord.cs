using System.Globalization;
using Holdfire.Record;
using Holdfire.Views;
using NodaTime;

namespace Holdfire.Server;

/// <summary>The record that is served, as one audience sees it: opened once, followed, and seen at any coordinates.</summary>
/// <remarks>
/// <para>Whoever answers is handed this and nothing else, so that no page or answer can be made of what its audience may not see.</para>
/// <para>Safe to call from several threads. The newest state and older ones are read by two readers that wait for each other nowhere: whoever asks
/// for many older states keeps nobody from the newest.</para>
/// </remarks>
public sealed class ServedRecord
{
    // How long one who waits for a turn goes without a look at whether he was given up.
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(100);
    private readonly Readers readers;

    private ServedRecord(Readers readers, Audience audience) => (this.readers, Audience) = (readers, audience);

    /// <summary>The record's folder.</summary>
    public string Folder => readers.Folder;

    /// <summary>Who asks.</summary>
    public Audience Audience { get; }

    /// <summary>Opens a record for the public: checks its entries and signatures, and loads its case.</summary>
    /// <exception cref="RecordException">The record or its case cannot be read.</exception>
    public static ServedRecord Open(string folder)
    {
        var served = new ServedRecord(new Readers(folder, FollowedRecord.Open(folder)), Audience.Public);
        _ = served.View(null, null);
        return served;
    }

    /// <summary>The same record, as another audience sees it.</summary>
    public ServedRecord As(Audience audience) => audience == Audience ? this : new(readers, audience);

    /// <summary>The view at these coordinates.</summary>
    /// <param name="recordedAt">A size of the record or an instant; null for all that it holds now.</param>
    /// <param name="knownBy">Only what sources had published by then; null for everything.</param>
    /// <param name="stop">Ends the waiting for others who ask for older states.</param>
    /// <exception cref="QueryException">The record never had this size, or held nothing by then.</exception>
    /// <exception cref="RecordException">The record was touched, or cannot be read.</exception>
    /// <exception cref="OperationCanceledException">It took too long until it was this one's turn.</exception>
    public ServedView View(string? recordedAt, Instant? knownBy, CancellationToken stop = default)
    {
        lock (readers.Turn)
        {
            if (recordedAt is null || recordedAt == Text(readers.Newest.Newest().Size))
            {
                return readers.Newest.View(recordedAt, knownBy, Audience);
            }
        }

        return readers.Older(o => o.View(recordedAt, knownBy, Audience), stop);
    }

    /// <summary>The name of the record; the same for all audiences.</summary>
    /// <exception cref="RecordException">The record was touched, or cannot be read.</exception>
    public string Origin => OfTheLog(r => r.Origin);

    /// <summary>How many entries it holds now, sealed ones too; the same for all audiences.</summary>
    /// <exception cref="RecordException">The record was touched, or cannot be read.</exception>
    public long Size => OfTheLog(r => r.Size);

    /// <summary>Does something with the record as it is now, alone: a reader is not for several threads at a time.</summary>
    /// <exception cref="RecordException">The record was touched, or cannot be read.</exception>
    public T Read<T>(Func<RecordReader, T> read)
    {
        lock (readers.Turn)
        {
            return readers.Newest.Ask(readers.Newest.Newest(), Audience, read);
        }
    }

    /// <summary>The same with all that is sealed and lies here, whoever asks: for what the server enters itself, and for no answer.</summary>
    /// <exception cref="RecordException">The record was touched, or cannot be read.</exception>
    internal T ReadWhole<T>(Func<RecordReader, T> read)
    {
        lock (readers.Turn)
        {
            return readers.Newest.AskWhole(readers.Newest.Newest(), read);
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
        lock (readers.Turn)
        {
            if (readers.Newest.Newest() is var now && now.Size == size)
            {
                return readers.Newest.Ask(now, Audience, read);
            }
        }

        return readers.Older(o => o.Ask(o.Newest().At(size), Audience, read), stop);
    }

    /// <summary>Whether an entry whose content is here and not erased names this file: no other attachment is anybody's business.</summary>
    /// <param name="hash">The SHA-256 of the file in lower-case hex.</param>
    /// <exception cref="RecordException">The record was touched, or cannot be read.</exception>
    public bool NamesFile(string hash)
    {
        lock (readers.Turn)
        {
            return readers.Newest.NamesFile(hash);
        }
    }

    // What the log shows to everybody: nothing is unsealed for it, which would cost the more the more there is.
    private T OfTheLog<T>(Func<RecordReader, T> read)
    {
        lock (readers.Turn)
        {
            return read(readers.Newest.Newest());
        }
    }

    private static string Text(long size) => size.ToString(CultureInfo.InvariantCulture);

    // What all audiences share: the files, read by one thread at a time.
    private sealed class Readers(string folder, FollowedRecord newest)
    {
        private readonly Lock olderTurn = new();
        private FollowedRecord? older;

        public string Folder => folder;

        public FollowedRecord Newest => newest;

        public Lock Turn { get; } = new();

        // Opened where somebody first asks for an older state: most records are asked for their newest alone.
        public T Older<T>(Func<FollowedRecord, T> read, CancellationToken stop)
        {
            while (!olderTurn.TryEnter(Patience))
            {
                stop.ThrowIfCancellationRequested();
            }

            try
            {
                return read(older ??= FollowedRecord.Open(folder));
            }
            finally
            {
                olderTurn.Exit();
            }
        }
    }
}

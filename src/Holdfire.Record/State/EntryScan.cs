using System.Collections.Immutable;
using Holdfire.Record.Entries;
using Holdfire.Record.Keys;
using Holdfire.Record.Log;
using Holdfire.Record.Tlog;
using NSec.Cryptography;

namespace Holdfire.Record.State;

/// <summary>Takes the entries of a log in their order and finds what speaks against each.</summary>
/// <remarks>
/// Entries are parsed, and their signatures checked, on all processors, a piece at a time; what depends on the order is done in
/// order. Beside the ledger it holds one piece. Not safe to call from several threads at a time.
/// </remarks>
/// <param name="each">Is given each entry that stands to the rules, in order.</param>
public sealed class EntryScan(Action<StoredEntry>? each = null)
{
    /// <summary>The most errors that are kept; whatever more there are is counted.</summary>
    public const int MostErrors = 1000;

    private const int Piece = 4096;
    private readonly MerkleFrontier frontier = new();
    private readonly List<LogEntry> waiting = [];
    private readonly ImmutableArray<RefusedEntry>.Builder errors = ImmutableArray.CreateBuilder<RefusedEntry>();

    /// <summary>Goes on from where an earlier scan ended. What it knew is changed.</summary>
    internal EntryScan(LedgerSnapshot known)
        : this() => (Ledger, frontier) = known;

    /// <summary>What follows from the entries taken so far.</summary>
    public Ledger Ledger { get; } = new();

    /// <summary>The root over the entries taken so far; it says nothing where one was missing.</summary>
    public MerkleHash Root => frontier.Root;

    /// <summary>What an <see cref="EntryScan(LedgerSnapshot)"/> goes on from.</summary>
    internal LedgerSnapshot Known => new(Ledger, frontier);

    /// <summary>What was found, at most <see cref="MostErrors"/>.</summary>
    public ImmutableArray<RefusedEntry> Errors => errors.ToImmutable();

    /// <summary>How many errors were found.</summary>
    public long ErrorCount { get; private set; }

    /// <summary>Takes the next entry. Where indices are left out, those entries are missing and count as refused.</summary>
    public void Add(LogEntry entry)
    {
        waiting.Add(entry);
        if (waiting.Count == Piece)
        {
            Flush();
        }
    }

    /// <summary>Works off what was added. To be called at the end.</summary>
    public void Flush()
    {
        var read = new Read[waiting.Count];
        Parallel.For(0, read.Length, i => read[i] = Read.Of(waiting[i]));
        foreach (ref var entry in read.AsSpan())
        {
            Take(ref entry);
        }

        Parallel.For(0, read.Length, i =>
        {
            if (read[i] is { Error: null, Key: { } key, Entry: { } entry } && !EntrySignature.IsBy(entry, key))
            {
                read[i].Error = RecordError.Of($"a signature by {entry.Submitter}'s key {entry.Key}", "another");
            }
        });

        foreach (var entry in read)
        {
            Tell(entry);
        }

        waiting.Clear();
    }

    private void Take(ref Read read)
    {
        while (Ledger.Count < read.Index)
        {
            Ledger.SkipMissing();
        }

        frontier.Add(read.Leaf);
        if (read.Entry is { } entry)
        {
            read.Error = Ledger.Take(entry, read.Leaf, out read.Key);
        }

        if (read.Error is not null)
        {
            Ledger.Skip(read.Leaf);
        }
    }

    private void Tell(Read read)
    {
        if (read.Error is null)
        {
            each?.Invoke(new StoredEntry(read.Index, read.Leaf, read.Entry!));
            return;
        }

        ErrorCount++;
        if (errors.Count < MostErrors)
        {
            errors.Add(new RefusedEntry(read.Index, read.Error));
        }
    }

    private struct Read
    {
        public long Index;
        public MerkleHash Leaf;
        public Entry? Entry;
        public Error? Error;
        public PublicKey? Key;

        public static Read Of(LogEntry stored) => EntryBytes.TryParse(stored.Bytes, out var entry, out var error)
            ? new Read { Index = stored.Index, Leaf = stored.Leaf, Entry = entry }
            : new Read { Index = stored.Index, Leaf = stored.Leaf, Error = error };
    }
}

using Holdfire.Record.Entries;
using Holdfire.Record.Keys;
using Holdfire.Record.Log;
using Holdfire.Record.Tlog;
using NSec.Cryptography;

namespace Holdfire.Record.State;

/// <summary>Goes through the entries of a log once, in order, and finds what speaks against each.</summary>
/// <remarks>
/// Entries are parsed, and their signatures checked, on all processors, a piece at a time; what depends on the order is done in
/// order. Beside the ledger it holds one piece.
/// </remarks>
/// <param name="log">The log.</param>
/// <param name="signatures">Whether the signature of each entry is checked, or only of those that change keys.</param>
public sealed class EntryScan(LogReader log, bool signatures)
{
    private const int Piece = 4096;
    private readonly MerkleFrontier frontier = new();

    /// <summary>What follows from the entries gone through so far.</summary>
    public Ledger Ledger { get; } = new();

    /// <summary>The root over the entries gone through so far.</summary>
    public MerkleHash Root => frontier.Root;

    /// <summary>How many entries each submitter has signed, with the signature checked or not.</summary>
    public Dictionary<string, long> BySubmitter { get; } = new(StringComparer.Ordinal);

    /// <summary>Goes through all entries.</summary>
    /// <param name="each">Is given each entry that stands to the rules, in order.</param>
    /// <returns>The faults, found on the way.</returns>
    /// <exception cref="RecordException">Thrown on the way where a bundle is missing or malformed.</exception>
    public IEnumerable<EntryFault> Run(Action<StoredEntry>? each = null)
    {
        foreach (var piece in log.Entries().Chunk(Piece))
        {
            foreach (var fault in Take(piece, each))
            {
                yield return fault;
            }
        }
    }

    private IEnumerable<EntryFault> Take(LogEntry[] piece, Action<StoredEntry>? each)
    {
        var read = new (MerkleHash Leaf, Entry? Entry, string Fault)[piece.Length];
        Parallel.For(0, piece.Length, i =>
        {
            _ = EntryBytes.TryParse(piece[i].Bytes, out var entry, out var fault);
            read[i] = (piece[i].Leaf, entry, fault);
        });
        var keys = new PublicKey?[piece.Length];
        var faults = new string?[piece.Length];
        for (var i = 0; i < piece.Length; i++)
        {
            frontier.Add(read[i].Leaf);
            faults[i] = read[i].Entry is { } entry ? Ledger.Take(entry, read[i].Leaf, out keys[i]) : read[i].Fault;
            if (faults[i] is not null)
            {
                Ledger.Skip(read[i].Leaf);
            }
        }

        if (signatures)
        {
            Parallel.For(0, piece.Length, i =>
            {
                if (faults[i] is null && !EntrySignature.IsBy(read[i].Entry!, keys[i]!))
                {
                    faults[i] = $"expected a signature by {read[i].Entry!.Submitter}'s key {read[i].Entry!.Key}, found another";
                }
            });
        }

        for (var i = 0; i < piece.Length; i++)
        {
            if (faults[i] is { } fault)
            {
                yield return new EntryFault(piece[i].Index, fault);
            }
            else if (read[i].Entry is { } entry)
            {
                BySubmitter[entry.Submitter] = BySubmitter.GetValueOrDefault(entry.Submitter) + 1;
                each?.Invoke(new StoredEntry(piece[i].Index, read[i].Leaf, entry));
            }
        }
    }
}

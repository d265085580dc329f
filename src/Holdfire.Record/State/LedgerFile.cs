using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using Holdfire.Record.Entries;
using Holdfire.Record.Keys;
using Holdfire.Record.Tlog;
using NSec.Cryptography;

namespace Holdfire.Record.State;

/// <summary>Writes and reads a <see cref="LedgerSnapshot"/> as a file: about 75 bytes an entry, then the SHA-256 of all before it.</summary>
/// <remarks>The checksum finds damage. It does not show who wrote the file: that is left to where the file lies.</remarks>
internal static class LedgerFile
{
    // To be raised whenever the form or the rules of the ledger change: a file of another version is passed over.
    private const string Type = "holdfire/ledger/2";
    private const int RowLength = 40;
    private const int PiecesAtOnce = 4096;

    /// <summary>Writes a snapshot.</summary>
    /// <param name="to">Takes the bytes.</param>
    /// <param name="of">Whose it is: the record's origin and operator's key, in any form.</param>
    /// <param name="snapshot">The snapshot.</param>
    public static void Write(Stream to, string of, LedgerSnapshot snapshot)
    {
        using var hash = SHA256.Create();
        using (var hashed = new CryptoStream(to, hash, CryptoStreamMode.Write, leaveOpen: true))
        using (var writer = new BinaryWriter(new BufferedStream(hashed, 1 << 20), Encoding.UTF8))
        {
            writer.Write(Type);
            writer.Write(of);
            Write(writer, snapshot);
        }

        to.Write(hash.Hash!);
    }

    /// <summary>Reads a snapshot; null where it is damaged, of another version or of another record.</summary>
    /// <exception cref="IOException">The stream cannot be read.</exception>
    public static LedgerSnapshot? Read(Stream from, string of)
    {
        if (!IsWhole(from))
        {
            return null;
        }

        from.Position = 0;
        using var reader = new BinaryReader(from, Encoding.UTF8, leaveOpen: true);
        return reader.ReadString() == Type && reader.ReadString() == of ? Read(reader) : null;
    }

    private static bool IsWhole(Stream file)
    {
        using var hash = System.Security.Cryptography.IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = new byte[1 << 20];
        for (var rest = file.Length - SHA256.HashSizeInBytes; rest > 0;)
        {
            var read = file.Read(buffer, 0, (int)Math.Min(rest, buffer.Length));
            if (read == 0)
            {
                return false;
            }

            hash.AppendData(buffer, 0, read);
            rest -= read;
        }

        var found = new byte[SHA256.HashSizeInBytes];
        return file.Length > found.Length && file.ReadAtLeast(found, found.Length, throwOnEndOfStream: false) == found.Length
            && hash.GetHashAndReset().AsSpan().SequenceEqual(found);
    }

    private static void Write(BinaryWriter to, LedgerSnapshot snapshot)
    {
        var ledger = snapshot.Ledger;
        to.Write(snapshot.Frontier.Size);
        WriteHashes(to, snapshot.Frontier.ToNodes());
        WriteAll(to, ledger.Names, to.Write);
        WriteRows(to, ledger.States);
        WriteHashes(to, ledger.Leaves());
        WriteAll(to, ledger.Commitments, c =>
        {
            to.Write(c.Commitment);
            to.Write(c.Index);
            to.Write(c.Binds);
        });
        WriteAll(to, ledger.History, c =>
        {
            to.Write(c.At);
            to.Write(c.Target);
            WriteRows(to, [c.Before]);
        });
        WriteAll(to, ledger.LastNumbers, n =>
        {
            to.Write(n.Submitter);
            to.Write(n.Source);
            to.Write(n.Number);
        });
        to.Write(ledger.Keys.Origin ?? "");
        WriteAll(to, [.. ledger.Keys.Keys], key => Write(to, key));
    }

    private static LedgerSnapshot Read(BinaryReader from)
    {
        var size = from.ReadInt64();
        var frontier = MerkleFrontier.FromNodes(size, [.. ReadHashes(from)]);

        // The parts are read as the ledger takes them, so that a large one is not in memory twice.
        var ledger = Ledger.Of(
            checked((int)size),
            ReadAll(from, from.ReadString),
            ReadRows(from),
            ReadHashes(from).Select((leaf, index) => (leaf, index)),
            ReadAll(from, () => (from.ReadString(), from.ReadInt32(), from.ReadBoolean())),
            ReadAll(from, () => new StateChange(from.ReadInt32(), from.ReadInt32(), ReadRows(from).Single())),
            ReadAll(from, () => (from.ReadString(), from.ReadString(), from.ReadInt64())),
            () => ReadKeys(from));
        return new LedgerSnapshot(ledger, frontier);
    }

    private static void Write(BinaryWriter to, RegisteredKey key)
    {
        to.Write(key.Id.Value);
        to.Write(key.Holder);
        to.Write(key.PublicKey.Export(KeyBlobFormat.RawPublicKey));
        WriteAll(to, key.SpeaksAs, to.Write);
        to.Write(key.Registered);
        to.Write(key.Revoked ?? -1);
        to.Write(key.IsRegistrar);
    }

    private static KeyRing ReadKeys(BinaryReader from)
    {
        var origin = from.ReadString();
        return KeyRing.Of(origin.Length == 0 ? null : origin, ReadAll(from, () => ReadKey(from)));
    }

    private static RegisteredKey ReadKey(BinaryReader from)
    {
        var (id, holder) = (new KeyId(from.ReadString()), from.ReadString());
        var key = PublicKey.Import(SignatureAlgorithm.Ed25519, from.ReadBytes(32), KeyBlobFormat.RawPublicKey);
        ImmutableArray<string> speaksAs = [.. ReadAll(from, from.ReadString)];
        var (registered, revoked) = (from.ReadInt64(), from.ReadInt64());
        return new RegisteredKey(id, holder, key, speaksAs, registered, revoked < 0 ? null : revoked, from.ReadBoolean());
    }

    private static void WriteAll<T>(BinaryWriter to, IReadOnlyCollection<T> items, Action<T> write)
    {
        to.Write(items.Count);
        foreach (var item in items)
        {
            write(item);
        }
    }

    private static IEnumerable<T> ReadAll<T>(BinaryReader from, Func<T> read)
    {
        var count = from.ReadInt32();
        for (var i = 0; i < count; i++)
        {
            yield return read();
        }
    }

    private static void WriteHashes(BinaryWriter to, ReadOnlySpan<MerkleHash> hashes)
    {
        to.Write(hashes.Length);
        to.Write(MemoryMarshal.AsBytes(hashes));
    }

    private static IEnumerable<MerkleHash> ReadHashes(BinaryReader from) => ReadPieces(from, MerkleHash.Length, hash => new MerkleHash(hash));

    private static void WriteRows(BinaryWriter to, ReadOnlySpan<PackedState> states)
    {
        to.Write(states.Length);
        Span<byte> row = stackalloc byte[RowLength];
        foreach (ref readonly var state in states)
        {
            BinaryPrimitives.WriteUInt128LittleEndian(row, state.Item);
            BinaryPrimitives.WriteInt32LittleEndian(row[16..], state.Root);
            BinaryPrimitives.WriteInt32LittleEndian(row[20..], state.ChangedBy);
            BinaryPrimitives.WriteInt32LittleEndian(row[24..], state.ErasedBy);
            BinaryPrimitives.WriteInt32LittleEndian(row[28..], state.Submitter);
            BinaryPrimitives.WriteInt32LittleEndian(row[32..], state.AttributedTo);
            (row[36], row[37], row[38], row[39]) = (state.Kind, state.Standing, state.Protected ? (byte)1 : (byte)0, 0);
            to.Write(row);
        }
    }

    private static IEnumerable<PackedState> ReadRows(BinaryReader from) => ReadPieces(from, RowLength, Row);

    private static IEnumerable<T> ReadPieces<T>(BinaryReader from, int length, Func<ReadOnlySpan<byte>, T> read)
    {
        var count = from.ReadInt32();
        var buffer = new byte[length * Math.Min(count, PiecesAtOnce)];
        for (var i = 0; i < count; i++)
        {
            var at = i % PiecesAtOnce * length;
            if (at == 0)
            {
                from.BaseStream.ReadExactly(buffer, 0, length * Math.Min(count - i, PiecesAtOnce));
            }

            yield return read(buffer.AsSpan(at, length));
        }
    }

    private static PackedState Row(ReadOnlySpan<byte> row) => new(
        BinaryPrimitives.ReadUInt128LittleEndian(row),
        BinaryPrimitives.ReadInt32LittleEndian(row[16..]),
        BinaryPrimitives.ReadInt32LittleEndian(row[20..]),
        BinaryPrimitives.ReadInt32LittleEndian(row[24..]),
        BinaryPrimitives.ReadInt32LittleEndian(row[28..]),
        BinaryPrimitives.ReadInt32LittleEndian(row[32..]),
        row[36], row[37], row[38] == 1);
}

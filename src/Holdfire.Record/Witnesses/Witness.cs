using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using Holdfire.Record.Files;
using Holdfire.Record.Log;
using Holdfire.Record.Tlog;
using NodaTime;

namespace Holdfire.Record.Witnesses;

/// <summary>Cosigns the checkpoints of logs, each only if it goes on from the one that was cosigned before (C2SP tlog-witness).</summary>
/// <remarks>
/// For each log it keeps, in a folder named after the SHA-256 of the origin, the log's key and the last checkpoint, cosigned.
/// Check and change are one step, under a lock: of two requests at a time one sees what the other left. The new checkpoint is
/// durable before the cosignature leaves, so after a crash the witness never cosigns what contradicts one that it gave.
/// </remarks>
public sealed class Witness
{
    /// <summary>How far the clock may run behind the last cosignature before nothing is cosigned: steps of a clock that is kept right.</summary>
    public static readonly Duration ClockStep = Duration.FromMinutes(1);

    private const string LockName = "lock";
    private readonly string folder;
    private readonly NoteSigner key;
    private readonly IClock clock;
    private readonly IFileLayer files;

    /// <summary>A witness whose memory is in a folder.</summary>
    /// <param name="folder">The folder; it is made where there is none.</param>
    /// <param name="key">Its key, of the kind <see cref="SignatureKind.Cosignature"/>.</param>
    /// <param name="clock">The time that it puts its name to.</param>
    /// <exception cref="RecordException">The key is of another kind, or the folder cannot be made.</exception>
    public Witness(string folder, NoteSigner key, IClock clock)
        : this(folder, key, clock, DiskFiles.Instance)
    {
    }

    internal Witness(string folder, NoteSigner key, IClock clock, IFileLayer files)
    {
        if (key.Verifier.Kind != SignatureKind.Cosignature)
        {
            throw new RecordException(RecordError.Invalid(
                "signing key", "a cosignature key of a witness", $"one of kind {key.Verifier.Kind}"));
        }

        (this.folder, this.key, this.clock, this.files) = (Path.GetFullPath(folder), key, clock, files);
        Guarded(() => Writes(this.folder).CreateFolder(this.folder));
    }

    /// <summary>The key that its cosignatures verify with.</summary>
    public NoteVerifier Key => key.Verifier;

    /// <summary>The logs that it knows.</summary>
    public ImmutableArray<NoteVerifier> Logs() =>
        [.. files.List(folder).Where(n => files.FileExists(Path.Combine(folder, n, LogFolder.OperatorKey)))
            .Select(n => KnownKey(Path.Combine(folder, n)).OrThrow()).OrderBy(k => k.Name, StringComparer.Ordinal)];

    /// <summary>Makes a log known. Its key is pinned: another key for the same origin is refused.</summary>
    /// <exception cref="RecordException">Another key is pinned, or the file system refuses.</exception>
    public void Trust(NoteVerifier log)
    {
        if (log.Kind != SignatureKind.Ed25519)
        {
            throw new RecordException(RecordError.Invalid("log key", "an Ed25519 key of a log", $"one of kind {log.Kind}"));
        }

        using var held = Hold();
        var of = FolderOf(log.Name);
        if (files.FileExists(Path.Combine(of, LogFolder.OperatorKey)))
        {
            var pinned = KnownKey(of).OrThrow();
            if (!pinned.Equals(log))
            {
                throw new RecordException(RecordError.Invalid(log.Name, $"the key {pinned}, which was trusted before", $"{log}"));
            }

            return;
        }

        Guarded(() =>
        {
            var writes = Writes(of);
            writes.CreateFolder(of);
            writes.Put(Path.Combine(of, LogFolder.OperatorKey), Encoding.UTF8.GetBytes(log.ToVkey() + "\n"));
        });
    }

    /// <summary>The checkpoint of a log that it cosigned last, with the log's signature and its own; null where there is none.</summary>
    /// <exception cref="RecordException">Its memory is damaged.</exception>
    public SignedNote? Last(string origin) => Last(origin, out _);

    /// <summary>When it cosigned a log last, by its clock then; null where it never did.</summary>
    /// <exception cref="RecordException">Its memory is damaged.</exception>
    public Instant? LastTime(string origin) => LastTime(Last(origin));

    /// <summary>Takes over what another witness knows, cosigning anew what that one cosigned last: for when a key has to be replaced.</summary>
    /// <exception cref="RecordException">Either memory is damaged, or this witness knows a log of the other already.</exception>
    public void TakeOver(Witness other)
    {
        foreach (var log in other.Logs())
        {
            Trust(log);
            using var held = Hold();
            if (Last(log.Name) is not null)
            {
                throw new RecordException(RecordError.Invalid(log.Name, "a log that this witness has not cosigned", "one that it has"));
            }

            if (other.Last(log.Name) is { } note)
            {
                Cosign(FolderOf(log.Name), note, log, last: null);
            }
        }
    }

    /// <summary>Cosigns a checkpoint if it goes on from the last one.</summary>
    /// <exception cref="RecordException">
    /// Its memory is damaged, its clock runs behind, or the file system refuses. Nothing is cosigned.
    /// </exception>
    public WitnessAnswer Cosign(AddCheckpointRequest request)
    {
        if (!Checkpoint.Parse(request.Checkpoint.Text).Is(out var checkpoint, out var error))
        {
            return new WitnessAnswer(WitnessStatus.Malformed, error.ToString());
        }

        using var held = Hold();
        var of = FolderOf(checkpoint.Origin);
        if (!files.FileExists(Path.Combine(of, LogFolder.OperatorKey)))
        {
            return new WitnessAnswer(WitnessStatus.UnknownLog, $"the log {checkpoint.Origin} is not known");
        }

        var log = KnownKey(of).OrThrow();
        if (!Checkpoint.Open(request.Checkpoint, log).Is(out _, out error))
        {
            return new WitnessAnswer(WitnessStatus.NotSigned, error.ToString());
        }

        var note = Last(checkpoint.Origin, out var last);
        return Refusal(request, checkpoint, note, last) ?? Cosign(of, request.Checkpoint, log, note);
    }

    /// <summary>The name of a log's folder, here and over HTTP (C2SP tlog-witness, "Monitor Retrieval Mechanism").</summary>
    public static string NameOf(string origin) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(origin)));

    /// <summary>The folder in which a log's key and last checkpoint are kept.</summary>
    internal string FolderOf(string origin) => Path.Combine(folder, NameOf(origin));

    private Instant? LastTime(SignedNote? last) => last?.Signatures.Select(key.Verifier.CosignedAt).Max();

    private static WitnessAnswer? Refusal(AddCheckpointRequest request, Checkpoint checkpoint, SignedNote? note, Checkpoint? last)
    {
        var (lastSize, lastRoot) = last is null ? (0, MerkleHash.OfEmptyTree) : (last.Size, last.Root);
        if (request.OldSize > checkpoint.Size)
        {
            return new WitnessAnswer(
                WitnessStatus.Malformed, $"the old size {request.OldSize} is larger than the checkpoint's, {checkpoint.Size}");
        }

        if (request.OldSize != lastSize)
        {
            return new WitnessAnswer(WitnessStatus.OtherSize, $"the size cosigned last is {lastSize}, not {request.OldSize}")
            {
                LastSize = lastSize, Last = note,
            };
        }

        if (lastSize == checkpoint.Size && lastSize > 0 && lastRoot != checkpoint.Root)
        {
            return new WitnessAnswer(WitnessStatus.OtherSize, $"the log signed two trees of size {lastSize}: it forked")
            {
                LastSize = lastSize, Last = note,
            };
        }

        var empty = checkpoint.Size > 0 || checkpoint.Root == MerkleHash.OfEmptyTree;
        if (empty && MerkleProof.VerifyConsistency(lastSize, lastRoot, checkpoint.Size, checkpoint.Root, request.Proof))
        {
            return null;
        }

        var reason = !empty ? "a checkpoint of size 0 has another root than the empty tree's"
            : $"the proof does not lead from size {lastSize} to size {checkpoint.Size}: the log forked, or the proof is wrong";
        return new WitnessAnswer(WitnessStatus.Inconsistent, reason) { Last = note };
    }

    private WitnessAnswer Cosign(string of, SignedNote note, NoteVerifier log, SignedNote? last)
    {
        var now = TimeAfter(last);

        // The checkpoint that is kept and served has the log's signatures that were verified, and no one else's.
        var cosignature = key.Cosign(note.Text, now);
        var kept = new SignedNote(note.Text, [.. note.Signatures.Where(log.IsOf), cosignature]);
        Guarded(() =>
        {
            var writes = Writes(of);
            writes.DiscardRemains();
            writes.Put(Path.Combine(of, LogFolder.Checkpoint), kept.ToBytes());
        });
        return new WitnessAnswer(WitnessStatus.Cosigned, "") { Cosignature = cosignature };
    }

    // Never before the last cosignature's time, which would contradict it; and hardly after the true time, which would be false.
    private Instant TimeAfter(SignedNote? last)
    {
        var now = clock.GetCurrentInstant();
        if (LastTime(last) is not { } before || now >= before)
        {
            return now;
        }

        return before - now <= ClockStep ? before : throw new RecordException(RecordError.Invalid(
            "clock",
            $"a time not before the last cosignature's, {before}", $"{now}; nothing was cosigned. If the clock is wrong now, set it right. If it was wrong then, this key has signed a false time: take another key with 'holdfire witness init --after'"));
    }

    private SignedNote? Last(string origin, out Checkpoint? checkpoint)
    {
        checkpoint = null;
        var of = FolderOf(origin);
        if (!files.FileExists(Path.Combine(of, LogFolder.Checkpoint)))
        {
            return null;
        }

        // Its own cosignature vouches for its own memory.
        var note = CheckpointFile.Read(files, of).OrThrow();
        if (!note.VerifiedBy(Key).Is(out _, out var error) || !Checkpoint.Parse(note.Text).Is(out checkpoint, out error))
        {
            throw new RecordException(error.Within(Path.Combine(of, LogFolder.Checkpoint)));
        }

        return note;
    }

    private Parsed<NoteVerifier> KnownKey(string of)
    {
        var path = Path.Combine(of, LogFolder.OperatorKey);
        var vkey = Encoding.UTF8.GetString(files.Read(path)).TrimEnd('\n');
        return NoteVerifier.Parse(vkey).Is(out var log, out var error) ? log : error.Within(path);
    }

    private DurableWrites Writes(string temporary) => new(files, folder, temporary);

    private IDisposable Hold() => FileLock.Hold(files, Path.Combine(folder, LockName));

    private void Guarded(Action work)
    {
        try
        {
            work();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new RecordException(RecordError.OfFile(folder, e), e);
        }
    }
}

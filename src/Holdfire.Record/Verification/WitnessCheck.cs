using System.Collections.Immutable;
using Holdfire.Record.Log;
using Holdfire.Record.Tlog;

namespace Holdfire.Record.Verification;

/// <summary>Checks which witnesses cosigned a record: its newest checkpoint, and the cosigned ones that it keeps.</summary>
internal sealed class WitnessCheck
{
    private readonly LogReader log;
    private readonly NoteVerifier operatorKey;
    private readonly ImmutableArray<NoteVerifier> trusted;
    private readonly ImmutableArray<NoteVerifier> known;
    private readonly List<(long Size, SignedNote Note)> notes = [];

    /// <param name="log">The record.</param>
    /// <param name="operatorKey">The key that its checkpoints must be signed by.</param>
    /// <param name="named">The witnesses that the record itself names.</param>
    /// <param name="options">The witnesses that whoever verifies trusts.</param>
    public WitnessCheck(LogReader log, NoteVerifier operatorKey, ImmutableArray<NoteVerifier> named, VerifyOptions options)
    {
        (this.log, this.operatorKey) = (log, operatorKey);
        trusted = [.. options.Witnesses.Concat(options.Policy?.Witnesses.Values ?? []).Distinct()];
        known = [.. trusted.Concat(named).Distinct()];
    }

    /// <summary>Checks the kept checkpoints, each of which must be one that the record goes on from.</summary>
    /// <param name="kept">What lay in the folder before the record was opened: a later one may be newer than the record as opened.</param>
    /// <param name="errors">Takes what is wrong.</param>
    public void Check(ImmutableArray<(string Path, Parsed<SignedNote> Note)> kept, ImmutableArray<Error>.Builder errors)
    {
        foreach (var (path, parsed) in kept)
        {
            if (!parsed.Is(out var note, out var error) || !Open(path, note).Is(out var checkpoint, out error))
            {
                errors.Add(error);
            }
            else
            {
                notes.Add((checkpoint.Size, note));
            }
        }

        if (log.Verify(operatorKey).Is(out var newest, out _))
        {
            notes.Add((newest.Size, log.Note));
        }
    }

    /// <summary>The last cosigning by each known key, in the order of sizes, the largest first.</summary>
    public ImmutableArray<Cosigning> Last() =>
    [
        .. from key in known
           let all = from note in notes
                     from signature in note.Note.Signatures
                     where key.IsOf(signature) && key.Verify(note.Note.Text, signature)
                     let at = key.CosignedAt(signature)
                     where at is not null
                     select new Cosigning(key, note.Size, at.Value, trusted.Contains(key))
           let last = all.MaxBy(c => (c.Size, c.At))
           where last is not null
           orderby last.Size descending, last.Witness.Name
           select last,
    ];

    /// <summary>Whether a policy is met by the newest checkpoint or by a kept one.</summary>
    public PolicyAnswer Ask(TlogPolicy policy)
    {
        long? met = notes.Where(n => policy.Open(n.Note).Ok).Select(n => (long?)n.Size).Max();
        return new PolicyAnswer(policy.Quorum, met, policy.Open(log.Note).Error);
    }

    private Parsed<Checkpoint> Open(string path, SignedNote note)
    {
        if (!Checkpoint.Open(note, operatorKey).Is(out var checkpoint, out var error)
            || !note.VerifiedBy([operatorKey, .. known]).Is(out _, out error))
        {
            return error.Within(path);
        }

        if (checkpoint.Size > log.Size)
        {
            return RecordError.Invalid(path, FormattableString.Invariant($"a record of at least {checkpoint.Size} entries"), FormattableString.Invariant($"{log.Size}: it was rolled back, or this is an old copy"));
        }

        return RecordVerifier.RootAt(log, checkpoint.Size) is var root && root == checkpoint.Root
            ? checkpoint
            : RecordError.Invalid(path, FormattableString.Invariant($"the root {root} over the first {checkpoint.Size} entries"), FormattableString.Invariant($"{checkpoint.Root}: the record was forked"));
    }
}

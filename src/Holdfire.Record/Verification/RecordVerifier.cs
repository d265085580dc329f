using System.Collections.Immutable;
using Holdfire.Record.Log;
using Holdfire.Record.Protection;
using Holdfire.Record.State;
using Holdfire.Record.Tiles;
using Holdfire.Record.Tlog;

namespace Holdfire.Record.Verification;

/// <summary>Checks a whole record, offline and without any secret: each file, each entry, each signature, and what lies beside it.</summary>
/// <remarks>
/// A record alone cannot show that it is the one that others saw: for that a witness's cosignature or an earlier checkpoint is
/// needed. Memory grows with what the ledger keeps of an entry, not with the entries.
/// </remarks>
public static class RecordVerifier
{
    /// <summary>Checks a record.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="options">What it is checked against besides itself.</param>
    /// <param name="progress">Is told the number of entries gone through.</param>
    /// <exception cref="RecordException">A file could not be read for another reason than its content.</exception>
    public static VerifiedRecord Verify(string folder, VerifyOptions options, Action<long>? progress = null) =>
        Verify(new FolderTiles(folder), options, progress);

    /// <summary>Checks a record wherever it is. Of one that is not in a folder, what lies next to the log is not looked at.</summary>
    /// <param name="source">Where its files are.</param>
    /// <param name="options">What it is checked against besides itself.</param>
    /// <param name="progress">Is told the number of entries gone through.</param>
    /// <exception cref="RecordException">A file could not be read for another reason than its content.</exception>
    public static VerifiedRecord Verify(ITileSource source, VerifyOptions options, Action<long>? progress = null)
    {
        try
        {
            return Check(source, options, progress);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new RecordException(RecordError.OfFile(source.Name, e), e);
        }
    }

    private static VerifiedRecord Check(ITileSource source, VerifyOptions options, Action<long>? progress)
    {
        var folder = (source as FolderTiles)?.Folder;

        // What is behind a link is not the record's: it is named and not read.
        if (folder is not null && RecordLinks.Find(folder) is { IsEmpty: false } links)
        {
            return new VerifiedRecord(null, links, [], [], 0, 0, 0, 0, 0, false);
        }

        var errors = ImmutableArray.CreateBuilder<Error>();

        // Read first: of a record that grows meanwhile, a later one could be newer than the checkpoint that is looked at.
        var kept = CosignedCheckpoints.Read(source);
        if (!LogReader.OpenReachable(source).Is(out var log, out var error) || !Keys(log, options).Is(out var keys, out error))
        {
            return new VerifiedRecord(log?.Checkpoint, [error], [], [], 0, 0, 0, 0, 0, false);
        }

        if (!log.OperatorKey().Is(out var own, out error) || !own.Equals(keys.Operator))
        {
            errors.Add(error ?? RecordError.Invalid(LogFolder.OperatorKey, $"the key {keys.Operator}", $"{own}"));
        }

        var contents = folder is null ? null : new BesideCheck(new ContentFolder(folder));
        var scan = new EntryScan(each: contents is null ? null : contents.Note);
        if (log.Verify(keys.Operator).Ok)
        {
            // Only of a size that the operator signed: a forged one could be any.
            scan.Ledger.Expect(log.Size);
        }

        var findings = LogFsck.Check(log, keys.Operator, keys.Witnesses.Union(options.Witnesses), entry =>
        {
            scan.Add(entry);
            progress?.Invoke(entry.Index + 1);
        });
        scan.Flush();
        var strays = findings.Where(f => f.Problem == FsckProblem.NotCovered).Select(f => f.Error).ToImmutableArray();
        errors.AddRange(findings.Concat(JournalFsck.Check(log, keys.Operator)).Select(f => f.Error));
        errors.AddRange(scan.Errors.Select(f => f.Placed));
        if (scan.ErrorCount > scan.Errors.Length)
        {
            errors.Add(RecordError.Invalid("entries", "", FormattableString.Invariant($"{scan.ErrorCount - scan.Errors.Length} errors more")));
        }

        CheckOrigin(log, scan.Ledger, errors);
        errors.AddRange(contents?.Check(scan.Ledger) ?? []);
        var notYet = folder is null ? [] : NotYetCovered(log, keys.Operator, strays, contents?.Unnamed ?? []);
        errors.RemoveAll(notYet.Contains);
        if (options.Earlier is { } earlier)
        {
            CheckEarlier(log, keys.Operator, earlier, errors);
        }

        var witnesses = new WitnessCheck(log, keys.Operator, keys.Witnesses, options);
        witnesses.Check(kept, errors);
        var ownPolicy = OwnPolicy(log, errors);
        var cosigned = witnesses.Last();
        var policy = options.Policy is { } given ? witnesses.Ask(given) : null;
        return new VerifiedRecord(
            log.Checkpoint, errors.ToImmutable(), [.. cosigned.Where(c => c.Size == log.Size).Select(c => (c.Witness.Name, c.At))],
            Unnamed(log, [keys.Operator, .. keys.Witnesses, .. cosigned.Select(c => c.Witness)]),
            contents?.Protected ?? 0, contents?.Shown ?? 0, contents?.Erased ?? 0, contents?.Attachments ?? 0, contents?.AttachmentsElsewhere ?? 0,
            options.Earlier is not null)
        {
            IsLogAlone = folder is null,
            Sealed = contents?.Sealed ?? 0,
            SealedHere = contents?.SealedHere ?? 0,
            NotHere = contents?.NotHere ?? [],
            Strays = folder is not null && File.Exists(Path.Combine(folder, Index.RecordIndex.FileName)) ? [Index.RecordIndex.FileName] : [],
            Extensions = log.Checkpoint.Extensions,
            NotYetCovered = notYet,
            Cosigned = cosigned,
            Policy = policy,
            OwnPolicy = ownPolicy is null ? null : witnesses.Ask(ownPolicy),
            NotVouched = NotVouched(options, log.Size, cosigned, policy),
        };
    }

    private static TlogPolicy? OwnPolicy(LogReader log, ImmutableArray<Error>.Builder errors)
    {
        if (log.OwnPolicy().Is(out var policy, out var error))
        {
            return policy.Logs.IsEmpty ? null : policy;
        }

        errors.Add(error);
        return null;
    }

    // Files are written before the checkpoint that covers them.
    private static ImmutableArray<Error> NotYetCovered(
        LogReader log, NoteVerifier key, ImmutableArray<Error> strays, IReadOnlyList<Error> unnamed)
    {
        if (strays.IsEmpty && unnamed.Count == 0)
        {
            return [];
        }

        var entries = UnpublishedEntries.Of(log, key);
        return [.. strays.Where(f => entries.Explains(f.Where)), .. entries.IsWriting || entries.Covered > log.Size ? unnamed : []];
    }

    private static ImmutableArray<Error> NotVouched(VerifyOptions options, long size, ImmutableArray<Cosigning> cosigned, PolicyAnswer? policy)
    {
        var errors = ImmutableArray.CreateBuilder<Error>();
        foreach (var witness in options.Witnesses)
        {
            var where = $"trusted witness {witness}";
            if (cosigned.FirstOrDefault(c => c.Witness.Equals(witness)) is not { } last)
            {
                errors.Add(RecordError.Invalid(where, "its cosignature under a checkpoint of this record", "none"));
            }
            else if (options.MustCoverNewest && last.Size < size)
            {
                errors.Add(NotNewest(where, last.Size, size));
            }
        }

        if (policy is { MetAt: null, Missing: { } error })
        {
            errors.Add(error.Within("policy"));
        }
        else if (options.MustCoverNewest && policy is { MetAt: { } met } && met < size)
        {
            errors.Add(NotNewest("policy", met, size));
        }

        return errors.ToImmutable();
    }

    private static Error NotNewest(string where, long found, long size) => RecordError.Invalid(
        where, FormattableString.Invariant($"the newest checkpoint, of {size} entries, to be cosigned"),
        FormattableString.Invariant($"the last cosigned one at {found}; have the record cosigned again"));

    private static Parsed<(NoteVerifier Operator, ImmutableArray<NoteVerifier> Witnesses)> Keys(LogReader log, VerifyOptions options)
    {
        if (!log.WitnessKeys().Is(out var witnesses, out var error))
        {
            return error;
        }

        return options.Operator is { } given ? (given, witnesses)
            : log.OperatorKey().Is(out var own, out error) ? (own, witnesses) : error;
    }

    private static void CheckOrigin(LogReader log, Ledger ledger, ImmutableArray<Error>.Builder errors)
    {
        if (ledger.Keys.Origin is { } origin && origin != log.Checkpoint.Origin)
        {
            errors.Add(RecordError.Invalid("entry 0", $"the origin of the checkpoint, {log.Checkpoint.Origin}", origin));
        }
    }

    private static void CheckEarlier(LogReader log, NoteVerifier key, SignedNote note, ImmutableArray<Error>.Builder errors)
    {
        const string Where = "earlier checkpoint";
        if (!Checkpoint.Open(note, key).Is(out var earlier, out var error))
        {
            errors.Add(error.Within(Where));
        }
        else if (earlier.Size > log.Size)
        {
            errors.Add(RecordError.Invalid(Where, FormattableString.Invariant($"a record of at least {earlier.Size} entries"), FormattableString.Invariant($"{log.Size}: it was rolled back")));
        }
        else if (RootAt(log, earlier.Size) is var root && root != earlier.Root)
        {
            errors.Add(RecordError.Invalid(Where, FormattableString.Invariant($"the root {earlier.Root} over the first {earlier.Size} entries"), FormattableString.Invariant($"{root}: the record was forked")));
        }
    }

    internal static MerkleHash? RootAt(LogReader log, long size)
    {
        try
        {
            return log.Root(size);
        }
        catch (RecordException)
        {
            return null;
        }
    }

    // Anyone may sign a checkpoint (C2SP signed-note): a key that nobody names says nothing, for or against it.
    private static ImmutableArray<string> Unnamed(LogReader log, ImmutableArray<NoteVerifier> known) =>
        [.. log.Note.Signatures.Where(s => !known.Any(k => k.IsOf(s))).Select(s => s.Name)];
}

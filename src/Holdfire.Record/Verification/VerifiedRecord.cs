using System.Collections.Immutable;
using Holdfire.Record.Tlog;
using NodaTime;

namespace Holdfire.Record.Verification;

/// <summary>What checking a record came to.</summary>
/// <param name="Checkpoint">What its checkpoint says, or null where it cannot be read.</param>
/// <param name="Errors">Everything that was found; empty only for an untouched record.</param>
/// <param name="Witnesses">
/// The witnesses whose cosignatures of the newest checkpoint hold, with the time at which each says that it saw it.
/// </param>
/// <param name="Unnamed">Names under signatures by keys that neither the record nor its verifier names; nothing is known of them.</param>
/// <param name="Protected">How many entries hold a commitment alone.</param>
/// <param name="Shown">Of those, how many contents lie here and are what was committed to.</param>
/// <param name="Erased">Of those, how many are said to be destroyed.</param>
/// <param name="Attachments">How many attachments lie here and are what the log says.</param>
/// <param name="AttachmentsElsewhere">How many do not lie here.</param>
/// <param name="AgainstEarlier">Whether it was checked against an earlier checkpoint.</param>
public sealed record VerifiedRecord(
    Checkpoint? Checkpoint, ImmutableArray<Error> Errors, ImmutableArray<(string Name, Instant At)> Witnesses, ImmutableArray<string> Unnamed,
    long Protected, long Shown, long Erased,
    long Attachments, long AttachmentsElsewhere, bool AgainstEarlier)
{
    /// <summary>Whether the log alone was checked, since the record is not in a folder: nothing is known of contents and attachments next to it.</summary>
    public bool IsLogAlone { get; init; }

    /// <summary>How many entries show nothing but a commitment.</summary>
    public long Sealed { get; init; }

    /// <summary>Of those, how many lie here and are what was committed to.</summary>
    public long SealedHere { get; init; }

    /// <summary>The attachments that do not lie here, each with what names it. They may be elsewhere or erased, so that nothing need have been altered.</summary>
    public ImmutableArray<Error> NotHere { get; init; } = [];

    /// <summary>Files in the record's folder that nothing reads and that say nothing of the record.</summary>
    public ImmutableArray<string> Strays { get; init; } = [];

    /// <summary>Lines of the checkpoint after its root. The operator signed them; this program writes none and gives them no meaning.</summary>
    public ImmutableArray<string> Extensions { get; init; } = [];

    /// <summary>The last cosigning by each known witness, of the newest checkpoint or of an earlier one that the record keeps.</summary>
    public ImmutableArray<Cosigning> Cosigned { get; init; } = [];

    /// <summary>What the policy that the verifier gave comes to; null where none was given.</summary>
    public PolicyAnswer? Policy { get; init; }

    /// <summary>What the policy in the record's folder comes to, which is the operator's claim alone; null where there is none.</summary>
    public PolicyAnswer? OwnPolicy { get; init; }

    /// <summary>Files that the checkpoint does not cover yet, since a writer is at work or ended before it had published. Nothing need have been altered.</summary>
    public ImmutableArray<Error> NotYetCovered { get; init; } = [];

    /// <summary>How many entries, from the first on, at least one trusted witness has cosigned; 0 where none has.</summary>
    public long TrustedSize => Cosigned.Where(c => c.IsTrusted).Select(c => c.Size).DefaultIfEmpty(0).Max();

    /// <summary>Trusted witnesses who have not cosigned, and a policy that is not met. Nothing need have been altered.</summary>
    public ImmutableArray<Error> NotVouched { get; init; } = [];
}

using System.Collections.Immutable;
using Holdfire.Record.Tlog;

namespace Holdfire.Record.Log;

/// <summary>Holds a published folder against what its key is known to have signed, so that an old or other copy is not written to.</summary>
/// <param name="folder">The folder.</param>
/// <param name="published">Its checkpoint.</param>
/// <param name="tree">The tree of its tiles.</param>
internal sealed class SignedCheck(string folder, Checkpoint published, IMerkleNodes tree)
{
    /// <summary>Refuses a folder that does not go on from everything that was published.</summary>
    /// <param name="remembered">What the operator's own files say.</param>
    /// <param name="witnesses">Who else is asked.</param>
    /// <param name="key">The operator's key.</param>
    /// <exception cref="RecordException">The folder is behind or beside something that was published.</exception>
    public void Demand(
        ImmutableArray<(string Path, SignedState State)> remembered, ImmutableArray<IWitnessMemory> witnesses, NoteVerifier key)
    {
        foreach (var (path, state) in remembered)
        {
            Demand(state.Published, path);
            if (state.Signing.Size <= published.Size)
            {
                // It may have been published. A larger one is for the journal to lead to.
                Demand(state.Signing, path);
            }
        }

        foreach (var witness in witnesses)
        {
            // What does not bear the operator's signature says nothing.
            if (witness.Last(published.Origin) is { } note && Checkpoint.Open(note, key).Is(out var seen, out _))
            {
                Demand(seen, "a witness");
            }
        }
    }

    private void Demand(Checkpoint signed, string by)
    {
        if (signed.Origin != published.Origin)
        {
            throw new RecordException(RecordError.Invalid(folder, $"the record {signed.Origin}, as {by} has it", published.Origin));
        }

        if (signed.Size > published.Size)
        {
            throw new RecordException(RecordError.Touched(folder, "", FormattableString.Invariant($"this is an old copy: it has {published.Size} entries, and its key has signed {signed.Size} ({by}). Going on from it would sign a second history, which witnesses and readers refuse for good. Bring back the newest files; a reader's or witness's copy of the published folder will do")));
        }

        if (MerkleProof.Root(tree, signed.Size) is var root && root != signed.Root)
        {
            throw new RecordException(RecordError.Touched(
                folder, FormattableString.Invariant($"the root {signed.Root} over {signed.Size} entries, which its key has signed ({by})"), FormattableString.Invariant($"{root}: the record is not that one. Going on from it would sign a second history. Bring back the files that others have seen")));
        }
    }
}

using System.Collections.Immutable;
using Holdfire.Record.Files;
using Holdfire.Record.Tlog;

namespace Holdfire.Record.Log;

/// <summary>Keeps how far an operator's key has signed a log, out of the published folder, so that an old copy of that is not written to.</summary>
/// <remarks>
/// A copy of a record that is brought back has the operator's key, but not what the key has signed since. To go on from it is to sign
/// a second history. So before a checkpoint is published its size and root are written here, durably; and nothing is signed that does
/// not go on from them.
/// </remarks>
/// <param name="files">The file system.</param>
/// <param name="paths">The files; each holds the same.</param>
internal sealed class SignedMemory(IFileLayer files, ImmutableArray<string> paths)
{
    private const string Prefix = "signed-";
    private Checkpoint? published;

    /// <summary>What the files say, each where it is there.</summary>
    /// <exception cref="RecordException">One is damaged.</exception>
    public ImmutableArray<(string Path, SignedState State)> Read() =>
    [
        .. from path in paths
           where files.FileExists(path)
           select (path, SignedState.Parse(files.Read(path)).Is(out var state, out var error)
               ? state
               : throw new RecordException(error.Within(path).With(
                   ". It says how far this record was signed: bring it back from a copy, "
                   + "or remove it if nobody can have seen a newer checkpoint than the one in the folder"))),
    ];

    /// <summary>A writer begins, from this published checkpoint on.</summary>
    public void Begin(Checkpoint at) => Write(new SignedState(published = at, at, false));

    /// <summary>A writer takes up what another left, at this published checkpoint. Nothing is written: what the files say still holds.</summary>
    public void GoOnFrom(Checkpoint at) => published = at;

    /// <summary>A checkpoint is about to be published.</summary>
    public void Signing(Checkpoint next) => Write(new SignedState(published ?? next, next, false));

    /// <summary>The checkpoint is published: others may hold it from here on, also where the folder is brought back older.</summary>
    public void Published(Checkpoint now) => Write(new SignedState(published = now, now, false));

    /// <summary>The writer ends; everything that was acknowledged is published.</summary>
    public void Close(Checkpoint at) => Write(new SignedState(at, at, true));

    private void Write(SignedState state)
    {
        foreach (var path in paths)
        {
            var folder = Path.GetDirectoryName(path)!;
            new DurableWrites(files, folder, folder, Prefix).Put(path, state.ToBytes());
        }
    }
}

using System.Collections.Immutable;
using Holdfire.Record.Files;
using Holdfire.Record.Tlog;

namespace Holdfire.Record.Log;

/// <summary>Finds what is neither a plain file nor a folder in a record's folder: links, pipes, sockets and devices.</summary>
/// <remarks>
/// A link would let whoever delivers a folder choose which file of another machine is read or written; who opens a pipe or a device may
/// wait for ever. The path to the record's folder is its user's own and may lead through links.
/// </remarks>
public static class RecordLinks
{
    /// <summary>One error for each of them in a folder, at any depth, in the order of their paths; none where there is no such folder.</summary>
    /// <exception cref="RecordException">A folder in it cannot be listed.</exception>
    public static ImmutableArray<Error> Find(string folder) => Find(DiskFiles.Instance, folder);

    /// <summary>Refuses a folder that holds one, before anything in it is read or written.</summary>
    /// <exception cref="RecordException">It holds one, or a folder in it cannot be listed.</exception>
    public static void Refuse(string folder) => Refuse(DiskFiles.Instance, folder);

    internal static ImmutableArray<Error> Find(IFileLayer files, string folder)
    {
        try
        {
            return [.. files.OtherThanFiles(folder).Select(o => RecordError.Invalid(o.Path, "a plain file or folder", ShownText.Of(o.What)))];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new RecordException(RecordError.OfFile(folder, e), e);
        }
    }

    internal static void Refuse(IFileLayer files, string folder)
    {
        if (Find(files, folder) is [var first, ..])
        {
            throw new RecordException(first.Within(folder).With(
                "; a record holds plain files and folders only. Nothing was written. Remove it, or get the record again as plain files"));
        }
    }
}

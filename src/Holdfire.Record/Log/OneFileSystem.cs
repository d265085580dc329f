using Holdfire.Record.Files;

namespace Holdfire.Record.Log;

/// <summary>Makes sure that a record's folder and its private folder are on one file system.</summary>
/// <remarks>What is published is written in the private folder first and renamed into place, which no system does from one file system to another.</remarks>
internal static class OneFileSystem
{
    /// <summary>Puts a file of the published folder in place, as a publication does.</summary>
    /// <param name="folder">The record's folder.</param>
    /// <param name="put">Puts it.</param>
    /// <exception cref="RecordException">The folders are on two file systems.</exception>
    public static void Demand(string folder, Action put)
    {
        try
        {
            put();
        }
        catch (IOException e) when (DiskFiles.IsOnOtherDevice(e))
        {
            throw new RecordException(
                RecordError.Invalid(folder, $"it and {LogFolder.PrivateOf(folder)} on one file system", "them on two; move one beside the other. Nothing was added"), e);
        }
    }
}

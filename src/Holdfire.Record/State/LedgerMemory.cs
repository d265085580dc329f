using System.Security.Cryptography;
using System.Text;
using Holdfire.Record.Files;
using Holdfire.Record.Tlog;

namespace Holdfire.Record.State;

/// <summary>Remembers what followed from a record's entries when they were last read and checked on this machine.</summary>
/// <remarks>
/// It is kept in the user's cache folder and never next to a record, nor in its private folder: whoever hands over a record, or a
/// folder with both, would hand over what is believed of it. It is bound to the root of the entries that it is of, so that it counts
/// for every copy of the record that begins with them and for no other. What cannot be read or written is not remembered, and
/// everything is read and checked again. For readers of the file: whoever can write to it can make this user believe anything of the
/// record, but for <c>record verify</c>, which never asks it.
/// </remarks>
public sealed class LedgerMemory
{
    private const UnixFileMode Others = UnixFileMode.GroupWrite | UnixFileMode.OtherWrite;

    // Writing costs as much as there are entries, so a record is written anew when it has grown by one part in so many.
    private const int Part = 128;

    private readonly string? folder;

    /// <summary>Remembers in a folder.</summary>
    /// <param name="folder">The folder, made where it is missing; null to remember nothing.</param>
    public LedgerMemory(string? folder) => this.folder = folder;

    /// <summary>Remembers in the user's cache folder: <c>$XDG_CACHE_HOME/holdfire</c>, or <c>~/.cache/holdfire</c>.</summary>
    public static LedgerMemory OfUser { get; } = new(CacheFolder.OfUser);

    /// <summary>What is remembered of a record; null where nothing is.</summary>
    /// <param name="origin">The origin of the record.</param>
    /// <param name="key">The operator's key.</param>
    internal LedgerSnapshot? Find(string origin, NoteVerifier key)
    {
        try
        {
            if (folder is null || PathOf(origin, key) is not { } path || !File.Exists(path)
                || (!OperatingSystem.IsWindows() && (File.GetUnixFileMode(path) & Others) != 0))
            {
                return null;
            }

            using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, 1 << 16);
            return LedgerFile.Read(file, NameOf(origin, key));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or FormatException)
        {
            return null;
        }
    }

    /// <summary>Remembers what follows from the first entries, all of which were checked, where that is worth its cost.</summary>
    /// <param name="origin">The origin of the record.</param>
    /// <param name="key">The operator's key.</param>
    /// <param name="snapshot">What follows from the entries.</param>
    /// <param name="known">How many entries what is remembered now covers; 0 where it is of no use.</param>
    internal void Keep(string origin, NoteVerifier key, LedgerSnapshot snapshot, long known)
    {
        var size = snapshot.Frontier.Size;
        if (folder is null || size - known <= known / Part)
        {
            return;
        }

        try
        {
            PrivateFiles.CreateFolder(folder);
            PrivateFiles.WriteCache(PathOf(origin, key), file => LedgerFile.Write(file, NameOf(origin, key), snapshot));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or RecordException)
        {
            // It is read again next time.
        }
    }

    private static string NameOf(string origin, NoteVerifier key) => $"{origin}\n{key.ToVkey()}";

    private string PathOf(string origin, NoteVerifier key) => Path.Combine(
        folder!, $"ledger-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(NameOf(origin, key))))}");
}

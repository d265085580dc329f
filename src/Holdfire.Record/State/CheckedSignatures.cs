using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Holdfire.Record.Files;
using Holdfire.Record.Tlog;

namespace Holdfire.Record.State;

/// <summary>Remembers up to which size and root the signatures of a record's entries were checked on this machine.</summary>
/// <remarks>
/// The root is that of the entries themselves, so that it says which entries were checked wherever they are now. It is kept in the
/// user's cache folder and never next to a record: whoever hands a record over would hand over what it says of itself. What cannot be
/// read or written is not remembered, and everything is checked again.
/// </remarks>
public sealed class CheckedSignatures
{
    private const string Type = "holdfire/signatures-checked/1";
    private readonly string? folder;

    /// <summary>Remembers in a folder.</summary>
    /// <param name="folder">The folder, made where it is missing; null to remember nothing.</param>
    public CheckedSignatures(string? folder) => this.folder = folder;

    /// <summary>Remembers in the user's cache folder: <c>$XDG_CACHE_HOME/holdfire</c>, or <c>~/.cache/holdfire</c>.</summary>
    public static CheckedSignatures OfUser { get; } = new(CacheFolder.OfUser);

    /// <summary>How many entries were checked, and their root; zero entries where nothing is known.</summary>
    /// <param name="origin">The origin of the record.</param>
    /// <param name="key">The operator's key.</param>
    public (long Size, MerkleHash Root) Find(string origin, NoteVerifier key)
    {
        try
        {
            return folder is not null && File.Exists(PathOf(origin, key)) &&
                File.ReadAllLines(PathOf(origin, key)) is [Type, var size, var root] &&
                long.TryParse(size, NumberStyles.None, CultureInfo.InvariantCulture, out var known) && root.Length == 2 * MerkleHash.Length
                ? (known, new MerkleHash(Convert.FromHexString(root)))
                : default;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or FormatException)
        {
            return default;
        }
    }

    /// <summary>Remembers that the signatures of the first entries hold. Writes nothing where that is known already.</summary>
    /// <param name="origin">The origin of the record.</param>
    /// <param name="key">The operator's key.</param>
    /// <param name="size">How many entries.</param>
    /// <param name="root">Their root.</param>
    public void Keep(string origin, NoteVerifier key, long size, MerkleHash root)
    {
        if (folder is null || Find(origin, key) == (size, root))
        {
            return;
        }

        try
        {
            PrivateFiles.CreateFolder(folder);
            PrivateFiles.Write(PathOf(origin, key), Encoding.UTF8.GetBytes(
                FormattableString.Invariant($"{Type}\n{size}\n{Convert.ToHexStringLower(root.ToArray())}\n")));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or RecordException)
        {
            // It is checked again next time.
        }
    }

    private string PathOf(string origin, NoteVerifier key) => Path.Combine(
        folder!, $"signatures-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{origin}\n{key.ToVkey()}")))}");
}

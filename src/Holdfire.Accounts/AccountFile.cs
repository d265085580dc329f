using Holdfire.Record;
using Holdfire.Record.Log;
using Holdfire.Record.Protection;
using Microsoft.Data.Sqlite;

namespace Holdfire.Accounts;

/// <summary>The file of accounts, <c>DIR.private/accounts.sqlite</c>: its owner alone can read it, and it is never published.</summary>
public static class AccountFile
{
    private const UnixFileMode OwnFile = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <summary>Where the file of a record is.</summary>
    /// <param name="record">The record's folder.</param>
    public static string PathOf(string record) => Path.Combine(LogFolder.PrivateOf(record), "accounts.sqlite");

    /// <summary>Makes the file, where it is not there.</summary>
    /// <exception cref="RecordException">There is no private folder, or it is open to others and belongs to another user.</exception>
    internal static void Create(string path)
    {
        var folder = Path.GetDirectoryName(path)!;
        if (!Directory.Exists(folder))
        {
            // With a private folder, a copy of a record would be taken for the record itself, from which contents are missing.
            throw new RecordException(new Error(AccountErrorCodes.Invalid, folder, "the folder with the keys of the record", "none: this is a copy, which has nothing to sign in for"));
        }

        if (File.Exists(path))
        {
            return;
        }

        ContentFolder.CreatePrivate(folder);
        var options = new FileStreamOptions { Mode = FileMode.OpenOrCreate, Access = FileAccess.ReadWrite };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = OwnFile;
        }

        new FileStream(path, options).Dispose();
    }

    /// <summary>What is wrong with the file; null where it can be used.</summary>
    internal static Error? Fault(string path)
    {
        if (new FileInfo(path).LinkTarget is not null)
        {
            return new Error(AccountErrorCodes.Invalid, path, "a plain file", "a symbolic link");
        }

        if (!OperatingSystem.IsWindows() && File.GetUnixFileMode(path) is var mode && (mode & ~OwnFile) != 0)
        {
            return new Error(
                AccountErrorCodes.Invalid, path, "a file that its owner alone can read (mode 0600)",
                $"{Convert.ToString((int)mode, 8)}; set it with chmod 600, and give everybody a new way to sign in if others could read it");
        }

        return null;
    }

    /// <summary>How the file is opened.</summary>
    internal static string Connection(string path) =>
        new SqliteConnectionStringBuilder { DataSource = path, Mode = SqliteOpenMode.ReadWrite, ForeignKeys = true, Pooling = false }.ToString();
}

using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using Holdfire.Record.Entries;
using Holdfire.Record.Files;
using Holdfire.Record.Protection;
using Holdfire.Record.State;
using Microsoft.Data.Sqlite;

namespace Holdfire.Record.Index;

/// <summary>A SQLite file for look-ups: what each entry is and what has become of it. It can be thrown away at any time.</summary>
/// <remarks>
/// It is only ever built whole from the tiles, so that it is equal to a fresh one by construction; it is used only while it names
/// the checkpoint that the record has. Not safe to call from several threads at a time.
/// </remarks>
public sealed class RecordIndex : IDisposable
{
    /// <summary>The name of the file. In a record's folder it is a stray, from an earlier version or from whoever delivered the folder, and never read.</summary>
    public const string FileName = "index.sqlite";

    private const string Schema = """
        CREATE TABLE built (origin TEXT NOT NULL, size INTEGER NOT NULL, root TEXT NOT NULL);
        CREATE TABLE entry (
            idx INTEGER PRIMARY KEY, leaf TEXT NOT NULL, kind TEXT NOT NULL, item_kind TEXT NOT NULL, item_id TEXT NOT NULL,
            submitter TEXT NOT NULL, attributed_to TEXT NOT NULL, key TEXT NOT NULL, made TEXT NOT NULL, content_hash TEXT NOT NULL,
            protected INTEGER NOT NULL, root INTEGER NOT NULL, standing TEXT NOT NULL, changed_by INTEGER, erased_by INTEGER);
        """;

    private readonly SqliteConnection connection;

    private RecordIndex(SqliteConnection connection) => this.connection = connection;

    /// <summary>How many entries it covers.</summary>
    public long Count => Convert.ToInt64(Scalar("SELECT size FROM built"), System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>
    /// Where the index of a record is: in its private folder or, where a record was only downloaded, in the user's cache folder. Never in
    /// the folder that is published, where another could put one. Null where there is neither: it is then kept in memory.
    /// </summary>
    public static string? PathOf(string folder)
    {
        var contents = new ContentFolder(folder);
        return contents.HasPrivate ? Path.Combine(contents.Private, FileName)
            : CacheFolder.OfUser is not { } cache ? null
            : Path.Combine(cache, $"index-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(contents.Private)))}.sqlite");
    }

    /// <summary>The index of the folder's record, built anew where there is none or where it is not that of the checkpoint.</summary>
    /// <exception cref="RecordException">The record cannot be read.</exception>
    public static RecordIndex Open(string folder)
    {
        Log.RecordLinks.Refuse(folder);
        var path = PathOf(folder);
        var checkpoint = Log.LogReader.Open(folder).OrThrow().Checkpoint;
        if (path is not null && File.Exists(path) && TryConnect(path) is { } connection)
        {
            var index = new RecordIndex(connection);
            if (index.IsOf(checkpoint.Origin, checkpoint.Size, checkpoint.Root.ToString()))
            {
                return index;
            }

            index.Dispose();
        }

        return Rebuild(folder);
    }

    /// <summary>Builds the index anew; the old one stays until the new one is whole. Where nothing can be written it is built in memory.</summary>
    /// <exception cref="RecordException">The record cannot be read.</exception>
    public static RecordIndex Rebuild(string folder)
    {
        Log.RecordLinks.Refuse(folder);
        if (PathOf(folder) is not { } path)
        {
            return InMemory(folder);
        }

        try
        {
            PrivateFiles.CreateFolder(Path.GetDirectoryName(path)!);
            AtomicFile.WriteByName(
                path,
                fresh =>
                {
                    using var connection = Connect(fresh, SqliteOpenMode.ReadWriteCreate);
                    Build(connection, folder);
                },
                PrivateFiles.FreshName(path));
            return new RecordIndex(Connect(path, SqliteOpenMode.ReadOnly));
        }
        catch (Exception e) when (e is SqliteException or IOException or UnauthorizedAccessException)
        {
            // A copy that cannot be written to is looked through all the same.
            return InMemory(folder);
        }
    }

    /// <summary>The entries that stand and hold an item of this id, of any kind; the id may be written <c>kind:id</c>.</summary>
    public ImmutableArray<long> Find(string id)
    {
        using var command = connection.CreateCommand();
        command.CommandText =
            "SELECT idx FROM entry WHERE standing = 'stands' AND item_kind NOT IN ('withdrawal', 'erasure', 'set_aside') AND (item_id = $id OR item_kind || ':' || item_id = $id) ORDER BY idx";
        command.Parameters.AddWithValue("$id", id);
        using var reader = command.ExecuteReader();
        var found = ImmutableArray.CreateBuilder<long>();
        while (reader.Read())
        {
            found.Add(reader.GetInt64(0));
        }

        return found.ToImmutable();
    }

    /// <summary>All that it holds as text, one line an entry; equal for equal records.</summary>
    public IEnumerable<string> Dump()
    {
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT * FROM entry ORDER BY idx";
        using var reader = command.ExecuteReader();
        while (reader.Read())
        {
            yield return string.Join('|', Enumerable.Range(0, reader.FieldCount).Select(i => reader.GetValue(i).ToString()));
        }
    }

    /// <inheritdoc/>
    public void Dispose() => connection.Dispose();

    private static RecordIndex InMemory(string folder)
    {
        var memory = Connect(":memory:", SqliteOpenMode.Memory);
        Build(memory, folder);
        return new RecordIndex(memory);
    }

    private static SqliteConnection? TryConnect(string path)
    {
        try
        {
            return Connect(path, SqliteOpenMode.ReadOnly);
        }
        catch (SqliteException)
        {
            return null;
        }
    }

    private static SqliteConnection Connect(string path, SqliteOpenMode mode)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Mode = mode, Pooling = false }.ToString());
        connection.Open();
        return connection;
    }

    // What becomes of an entry is known only at the end, so that the record is gone through twice.
    private static void Build(SqliteConnection connection, string folder)
    {
        var record = RecordReader.Open(folder).OrThrow();
        using var transaction = connection.BeginTransaction();
        Run(connection, Schema);
        using var insert = connection.CreateCommand();
        insert.CommandText = $"INSERT INTO entry VALUES ({string.Join(", ", Enumerable.Range(0, 15).Select(i => $"$p{i}"))})";
        SqliteParameter[] parameters = [.. Enumerable.Range(0, 15).Select(i => insert.Parameters.Add($"$p{i}", SqliteType.Text))];
        foreach (var stored in record.Entries())
        {
            var values = Row(stored, record.Ledger[stored.Index]);
            for (var i = 0; i < values.Length; i++)
            {
                parameters[i].Value = values[i] ?? DBNull.Value;
            }

            insert.ExecuteNonQuery();
        }

        Run(connection, "CREATE INDEX entry_item ON entry (item_id)");
        using var built = connection.CreateCommand();
        built.CommandText = "INSERT INTO built VALUES ($origin, $size, $root)";
        built.Parameters.AddWithValue("$origin", record.Origin);
        built.Parameters.AddWithValue("$size", record.Log.Size);
        built.Parameters.AddWithValue("$root", record.Log.Checkpoint.Root.ToString());
        built.ExecuteNonQuery();
        transaction.Commit();
    }

    private static object?[] Row(StoredEntry stored, EntryState state)
    {
        var entry = stored.Entry;
        return
        [
            stored.Index, Convert.ToHexStringLower(stored.Leaf.ToArray()), EntryKinds.NameOf(entry.Kind), EntryKinds.NameOf(state.Kind), entry.Item.Id,
            entry.Submitter, state.AttributedTo, entry.Key.Value, entry.Made.ToString(), entry.ContentHash,
            entry.IsProtected ? 1 : 0, state.Root, System.Text.Json.JsonNamingPolicy.SnakeCaseLower.ConvertName(state.Standing.ToString()),
            state.ChangedBy >= 0 ? state.ChangedBy : null, state.ErasedBy >= 0 ? state.ErasedBy : null,
        ];
    }

    private static void Run(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private bool IsOf(string origin, long size, string root)
    {
        try
        {
            using var command = connection.CreateCommand();
            command.CommandText = "SELECT COUNT(*) FROM built WHERE origin = $origin AND size = $size AND root = $root";
            command.Parameters.AddWithValue("$origin", origin);
            command.Parameters.AddWithValue("$size", size);
            command.Parameters.AddWithValue("$root", root);
            return Convert.ToInt64(command.ExecuteScalar(), System.Globalization.CultureInfo.InvariantCulture) == 1;
        }
        catch (SqliteException)
        {
            return false;
        }
    }

    private object? Scalar(string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar();
    }
}

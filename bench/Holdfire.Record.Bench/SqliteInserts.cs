using Microsoft.Data.Sqlite;

namespace Holdfire.Record.Bench;

/// <summary>SQLite with a write-ahead log that is synced at each commit.</summary>
internal sealed class SqliteInserts : GroupedInserts
{
    private readonly SqliteConnection connection;
    private readonly SqliteCommand insert;
    private readonly SqliteParameter value;

    public SqliteInserts(string folder)
        : base("SQLite")
    {
        connection = new SqliteConnection($"Data Source={Path.Combine(folder, "entries.sqlite")};Pooling=False");
        connection.Open();
        Run("PRAGMA journal_mode=WAL");
        Run("PRAGMA synchronous=FULL");
        Run("CREATE TABLE entries (id INTEGER PRIMARY KEY, bytes BLOB NOT NULL)");
        insert = connection.CreateCommand();
        insert.CommandText = "INSERT INTO entries (bytes) VALUES ($bytes)";
        value = insert.Parameters.Add("$bytes", SqliteType.Blob);
        insert.Prepare();
        Start();
    }

    protected override void Insert(IReadOnlyList<ReadOnlyMemory<byte>> entries)
    {
        using var transaction = connection.BeginTransaction();
        insert.Transaction = transaction;
        foreach (var entry in entries)
        {
            value.Value = entry.ToArray();
            insert.ExecuteNonQuery();
        }

        transaction.Commit();
    }

    protected override void Close()
    {
        insert.Dispose();
        connection.Dispose();
    }

    private void Run(string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}

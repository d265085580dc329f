using Npgsql;
using NpgsqlTypes;

namespace Holdfire.Record.Bench;

/// <summary>PostgreSQL with its defaults: each commit waits for the sync of its write-ahead log.</summary>
internal sealed class PostgresInserts : GroupedInserts
{
    private readonly NpgsqlConnection connection;
    private readonly NpgsqlCommand insert;

    public PostgresInserts(PostgresServer server)
        : base("PostgreSQL")
    {
        connection = new NpgsqlConnection(server.Connection);
        connection.Open();
        const string Fresh = "DROP TABLE IF EXISTS entries; CREATE TABLE entries (id bigserial PRIMARY KEY, bytes bytea NOT NULL)";
        using (var create = new NpgsqlCommand(Fresh, connection))
        {
            create.ExecuteNonQuery();
        }

        insert = new NpgsqlCommand("INSERT INTO entries (bytes) SELECT unnest($1)", connection);
        insert.Parameters.Add(new NpgsqlParameter { NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Bytea });
        insert.Prepare();
        Start();
    }

    // One statement is one transaction and one exchange with the server.
    protected override void Insert(IReadOnlyList<ReadOnlyMemory<byte>> entries)
    {
        insert.Parameters[0].Value = entries.Select(e => e.ToArray()).ToArray();
        insert.ExecuteNonQuery();
    }

    protected override void Close()
    {
        insert.Dispose();
        connection.Dispose();
    }
}

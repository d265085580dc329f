using Microsoft.Data.Sqlite;

namespace Holdfire.Importers;

/// <summary>Opens a GeoPackage that somebody else made.</summary>
internal static class GeoPackageFile
{
    /// <summary>Opens it for reading. One with views is refused: a view is a program, and one without an end would never stop.</summary>
    /// <param name="name">Its name, for messages.</param>
    /// <param name="path">Where it lies.</param>
    /// <exception cref="UnreadableFileException">It has views.</exception>
    /// <exception cref="SqliteException">It is no database.</exception>
    public static SqliteConnection Open(string name, string path)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Mode = SqliteOpenMode.ReadOnly, Pooling = false }.ToString());
        try
        {
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandText = "select name from sqlite_master where type = 'view' limit 1";
            return command.ExecuteScalar() is string view
                ? throw new UnreadableFileException(name, 1, "", "a GeoPackage whose layers are tables; export the layer as one", $"the view '{view}'")
                : connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }
}

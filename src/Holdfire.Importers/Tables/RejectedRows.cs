namespace Holdfire.Importers;

internal static class RejectedRows
{
    /// <summary>The rejected row as what ends its reading.</summary>
    public static ImportException Thrown(this RejectedRow row) => new(row);
}

namespace Holdfire.Importers;

/// <summary>A report that its source has revised.</summary>
/// <param name="Before">The row as it was held.</param>
/// <param name="After">The row as it is now.</param>
/// <param name="Published">When the source published the revision, an instant in UTC, or blank.</param>
internal sealed record RowChange(string[] Before, string[] After, string Published);

namespace Holdfire.Cli.Output;

/// <summary>The forms in which findings are given: those of every query, and a map.</summary>
internal enum FindingFormat
{
    Table,
    Json,
    Csv,
    GeoJson,
}

namespace Holdfire.Cli.Output;

/// <summary>The forms in which incidents and findings are given: those of every query, and a map.</summary>
internal enum MapFormat
{
    Table,
    Json,
    Csv,
    GeoJson,
}

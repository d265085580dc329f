namespace Holdfire.Cli.Output;

/// <summary>The forms in which queries answer; <see cref="GeoJson"/> those alone that have places.</summary>
internal enum OutputFormat
{
    Table,
    Json,
    Csv,
    GeoJson,
}

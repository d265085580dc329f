namespace Holdfire.Cli.Output;

/// <summary>The forms in which queries answer; <see cref="GeoJson"/> those alone that have places, <see cref="Html"/> those that have a page.</summary>
internal enum OutputFormat
{
    Table,
    Json,
    Csv,
    GeoJson,

    /// <summary>A page in a file of its own, for queries that have one.</summary>
    Html,
}

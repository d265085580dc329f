namespace Holdfire.Cli.Output;

/// <summary>The forms in which every query answers.</summary>
internal enum OutputFormat
{
    Table,
    Json,
    Csv,
}

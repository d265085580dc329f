namespace Holdfire.Cli.Commands;

/// <summary>The forms in which a graph is printed for other programs.</summary>
internal enum GraphFormat
{
    Dot,
    GraphMl,
}

namespace Holdfire.Queries;

/// <summary>The forms in which a graph is printed for other programs.</summary>
internal enum GraphFormat
{
    /// <summary>The DOT language of Graphviz.</summary>
    Dot,

    /// <summary>GraphML 1.0.</summary>
    Graphml,
}

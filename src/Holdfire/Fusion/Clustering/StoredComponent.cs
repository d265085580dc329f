namespace Holdfire.Fusion;

/// <summary>A component of an <see cref="IncidentStore"/>: its rows in the order of their ids, and the edges between them.</summary>
internal sealed record StoredComponent(int[] Members, Edge[] Edges, bool IsCrowded);

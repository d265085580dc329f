namespace Holdfire.Fusion;

/// <summary>A candidate pair of rows, the smaller number first, and its weight in bits.</summary>
internal readonly record struct Edge(int A, int B, double Bits);

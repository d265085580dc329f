namespace Holdfire.Bench;

/// <summary>What a row holds in both computations.</summary>
internal sealed record CountBounds(long Min, long? Max, int Reports);

namespace Holdfire.Bench;

/// <summary>Which row of the counts.</summary>
internal readonly record struct CountKey(string Side, string Measure, int Day);

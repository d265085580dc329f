using System.Collections.Immutable;

namespace Holdfire.Bench.Fusion.Sim;

/// <summary>How often a source gives a wide place or a day or night in place of a point and a clock time.</summary>
/// <param name="Name">The name of the preset.</param>
/// <param name="Factor">What the weights of the wide levels are multiplied with; 1 gives the shares of the table.</param>
public sealed record Vagueness(string Name, double Factor)
{
    public static ImmutableArray<Vagueness> Presets { get; } = [new("precise", 0.35), new("usual", 1), new("vague", 3)];
}

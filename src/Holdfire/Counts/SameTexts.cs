using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Holdfire.Model;

namespace Holdfire.Counts;

/// <summary>A class of claims by the objects that hold its texts: quick to compare, and equal only where they are.</summary>
/// <remarks>Equal claims of a file share these objects. Others are found to be equal by their texts.</remarks>
internal readonly struct SameTexts(Report report) : IEquatable<SameTexts>
{
    private readonly string act = report.Act.Value;
    private readonly string source = report.Source.Value;
    private readonly string? actor = report.AllegedActor?.Value;
    private readonly string target = report.Target.Value;
    private readonly string unit = report.Unit.Value;

    private readonly object? areas = report.Areas.Length == 1
        ? report.Areas[0].Value : ImmutableCollectionsMarshal.AsArray(report.Areas);

    private readonly int rest = (int)report.Measure | (report.PartOf is null ? 0 : 1 << 8);

    public bool Equals(SameTexts other) =>
        ReferenceEquals(act, other.act) && ReferenceEquals(areas, other.areas) && ReferenceEquals(source, other.source) &&
        ReferenceEquals(actor, other.actor) &&
        ReferenceEquals(target, other.target) && ReferenceEquals(unit, other.unit) && rest == other.rest;

    public override bool Equals(object? obj) => obj is SameTexts other && Equals(other);

    public override int GetHashCode() => HashCode.Combine(Hash(act), Hash(areas), Hash(source), Hash(actor), Hash(target), Hash(unit), rest);

    private static int Hash(object? text) => RuntimeHelpers.GetHashCode(text);
}

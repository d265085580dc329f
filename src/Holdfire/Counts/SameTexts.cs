using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Holdfire.Acts;
using Holdfire.Reports;

namespace Holdfire.Counts;

/// <summary>A class of claims by the objects that hold its act and areas: quick to compare, and equal only where they are.</summary>
/// <remarks>Equal claims of a file share these objects. Others are found to be equal by their texts.</remarks>
internal readonly struct SameTexts(Report report) : IEquatable<SameTexts>
{
    private readonly string act = report.Act.Value;

    private readonly object? areas = report.Areas.Length == 1
        ? report.Areas[0].Value : ImmutableCollectionsMarshal.AsArray(report.Areas);

    private readonly TargetKind target = report.Target;
    private readonly CountUnit unit = report.Unit;

    public bool Equals(SameTexts other) =>
        ReferenceEquals(act, other.act) && ReferenceEquals(areas, other.areas) && target == other.target && unit == other.unit;

    public override bool Equals(object? obj) => obj is SameTexts other && Equals(other);

    public override int GetHashCode() => HashCode.Combine(
        RuntimeHelpers.GetHashCode(act), areas is null ? 0 : RuntimeHelpers.GetHashCode(areas), (int)target, (int)unit);
}

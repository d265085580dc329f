namespace Holdfire.Model;

/// <summary>The id of a detection, unique among the detections of a case. Compared by ordinal text.</summary>
public readonly record struct DetectionId(string Value) : IComparable<DetectionId>
{
    /// <inheritdoc/>
    public int CompareTo(DetectionId other) => string.CompareOrdinal(Value, other.Value);

    /// <inheritdoc/>
    public override string ToString() => Value;
}

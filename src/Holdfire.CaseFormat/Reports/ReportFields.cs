using System.Collections.Immutable;

namespace Holdfire.CaseFormat;

/// <summary>The fields of one report as texts, from a CSV row or a YAML map.</summary>
internal abstract class ReportFields
{
    /// <summary>The columns' names.</summary>
    public static ImmutableArray<string> Names => EnumText<ReportColumn>.Names;

    /// <summary>Whether missing keys and the source are errors noted elsewhere.</summary>
    public abstract bool KeysChecked { get; }

    /// <summary>The text of a field, empty where it is blank.</summary>
    public abstract string this[ReportColumn column] { get; }

    /// <summary>The same without a new string where the text is short enough for the buffer.</summary>
    public virtual ReadOnlySpan<char> Read(ReportColumn column, Span<char> buffer) => this[column];

    /// <summary>Where the field stands.</summary>
    public abstract Spot At(ReportColumn column);
}

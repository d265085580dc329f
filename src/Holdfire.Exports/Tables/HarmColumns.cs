using System.Collections.Immutable;
using Holdfire.Model;
using Holdfire.Queries;

namespace Holdfire.Exports;

/// <summary>The columns of people killed and injured: a least and a most for each kind and group.</summary>
internal static class HarmColumns
{
    private static readonly ImmutableArray<(HarmKind Kind, HarmGroup Group)> All =
        [.. Enum.GetValues<HarmKind>().SelectMany(k => Enum.GetValues<HarmGroup>().Select(g => (k, g)))];

    /// <summary>Those of all groups; civilians under the short names that the table of reports has for them.</summary>
    public static ImmutableArray<ExportColumn> OfEvents { get; } = [.. All.SelectMany(a => Columns(a.Kind, a.Group))];

    /// <summary>Those of the groups beside civilians.</summary>
    public static ImmutableArray<ExportColumn> OfOthers { get; } = [.. All.Where(a => a.Group != HarmGroup.Civilians).SelectMany(a => Columns(a.Kind, a.Group))];

    /// <summary>The values of <see cref="OfEvents"/>; null where nothing is said.</summary>
    public static IEnumerable<object?> Values(ImmutableArray<HarmAnswer>? harm) => All.SelectMany(a =>
        harm?.FirstOrDefault(h => h.Kind == a.Kind && h.Of == a.Group) is { } said ? new object?[] { said.Min, said.Max } : [null, null]);

    /// <summary>The values of <see cref="OfOthers"/>.</summary>
    public static IEnumerable<object?> OthersOf(Harm harm) => All.Where(a => a.Group != HarmGroup.Civilians)
        .SelectMany(a => new object?[] { harm.Of(a.Kind, a.Group)?.Min, harm.Of(a.Kind, a.Group)?.Max });

    private static IEnumerable<ExportColumn> Columns(HarmKind kind, HarmGroup group)
    {
        var done = kind == HarmKind.Killed ? "killed" : "injured";
        var (name, who) = group switch
        {
            HarmGroup.Civilians => (done, "Civilians"),
            HarmGroup.Military => ($"{done}_military", "Members of armed forces"),
            _ => ($"{done}_unknown", "People of whom it is not said whether they were civilians,"),
        };
        yield return new($"{name}_min", ExportKind.Whole, $"{who} said to have been {done}, at least.", "persons", $"#affected+{done}+min");
        yield return new($"{name}_max", ExportKind.Whole, "The same, at most; blank beside a number is no upper limit.", "persons", $"#affected+{done}+max");
    }
}

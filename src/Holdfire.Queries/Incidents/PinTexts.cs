using System.Collections.Immutable;
using Holdfire.Model;

namespace Holdfire.Queries;

/// <summary>What people decided on reports, for a reader.</summary>
public static class PinTexts
{
    /// <summary>The pins that name one of these reports, in the order of the case.</summary>
    public static ImmutableArray<Pin> On(Case @case, IEnumerable<Report> reports)
    {
        if (@case.Pins.IsEmpty)
        {
            return [];
        }

        var named = reports.Select(r => r.Id).ToHashSet();
        return [.. @case.Pins.Where(p => named.Contains(p.A) || named.Contains(p.B))];
    }

    /// <summary>A pin in words.</summary>
    public static string Line(Pin p) => $"Pinned, {p.Id} by {p.By}: {p.A} {Words(p)} {p.B}. Reason: {p.Reason}";

    /// <summary>What a pin says of its reports.</summary>
    public static string Words(Pin p) => p.Same ? "same as" : "not the same as";
}

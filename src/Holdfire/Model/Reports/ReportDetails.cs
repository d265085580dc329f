using System.Collections.Immutable;
using Holdfire.Places;

namespace Holdfire.Model;

/// <summary>Fields that few reports have, kept apart so that a million reports without them stay small.</summary>
internal sealed record ReportDetails
{
    public GeoCircle? Point { get; init; }

    public ImmutableArray<ReportId> Quotes { get; init; } = [];

    public ImmutableArray<ReportId> Denies { get; init; } = [];

    public StatementId? Statement { get; init; }

    public bool IsEmpty => Point is null && Quotes.IsEmpty && Denies.IsEmpty && Statement is null;
}

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

    public Sighting? Sighting { get; init; }

    public ActorCertainty ActorCertainty { get; init; }

    public string Narrative { get; init; } = "";

    public string Language { get; init; } = "";

    public ImmutableArray<string> Attachments { get; init; } = [];

    public Handling Handling { get; init; }

    public bool IsEmpty => Sighting is null && ActorCertainty == ActorCertainty.NotSaid && Narrative.Length == 0 && Language.Length == 0 &&
        Attachments.IsEmpty && Handling == default && Point is null && Quotes.IsEmpty && Denies.IsEmpty && Statement is null;
}

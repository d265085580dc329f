using System.Collections.Immutable;
using Holdfire.Places;
using Holdfire.Model;
using NodaTime;

namespace Holdfire.Audit;

/// <summary>A quantity under audit with its statement and side.</summary>
internal sealed record Claim(AuditIndex Index, Statement Statement, Report Quantity)
{
    public string Id => Quantity.Id.Value;

    public CountRange Count => Quantity.Count;

    public PartyId? Party { get; } = Index.PartyOf(Quantity);

    public IReadOnlyList<Source> Side { get; } = Index.SideOf(Quantity);

    /// <summary>Its areas, or its source's scope where it names none.</summary>
    public ImmutableArray<AreaCode> Areas { get; } = AreasOf(Index, Quantity);

    /// <summary>Its widest window, or null where that has no start or no end.</summary>
    public Interval? Window => Finite(Quantity.Window.Extent);

    public AreaCode? Region => Quantity.Areas.Length == 1 ? Quantity.Areas[0] : null;

    /// <summary>Whether the other is by the same side about an equal act, measure, unit, area, target and actor.</summary>
    public bool IsLike(Report other) =>
        Index.SameSide(Quantity, other) && other.Act == Quantity.Act && other.Measure == Quantity.Measure &&
        other.Unit == Quantity.Unit && other.Target == Quantity.Target && other.AllegedActor == Quantity.AllegedActor &&
        Areas.ToHashSet().SetEquals(AreasOf(Index, other));

    /// <summary>Whether the other certainly counts nothing that the claim does not, its window aside.</summary>
    public bool IsSurelyAbout(Report other) =>
        Quantity.Act.Contains(other.Act) && (Quantity.AllegedActor is null || other.AllegedActor == Quantity.AllegedActor) &&
        (Quantity.Target == Acts.TargetKind.Unknown || Quantity.Target.Contains(other.Target)) &&
        AreasOf(Index, other) is { Length: > 0 } areas &&
        areas.All(a => Areas.Any(whole => Index.Case.Places.Contains(whole, a)));

    /// <summary>Whether the other may count something that the claim does, its window aside.</summary>
    public bool MayBeAbout(Report other) =>
        !Quantity.Act.IsDisjointFrom(other.Act) &&
        (Quantity.AllegedActor is null || other.AllegedActor is null || other.AllegedActor == Quantity.AllegedActor) &&
        other.Target.MayBe(Quantity.Target);

    private static ImmutableArray<AreaCode> AreasOf(AuditIndex index, Report report) =>
        !report.Areas.IsEmpty ? report.Areas : index.SourceOf(report) is { } source ? [source.Scope] : [];

    private static Interval? Finite(Interval interval) =>
        interval.HasStart && interval.HasEnd && interval.Start < interval.End ? interval : null;
}

using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Holdfire.Views;
using NodaTime;

namespace Holdfire.Queries;

/// <summary>The coordinates of a view as an answer prints them.</summary>
/// <param name="KnownBy">Only what sources had published by this instant was used; null for everything.</param>
/// <param name="RecordedAt">The number of entries that the record held; null for a case folder.</param>
/// <param name="RecordedBy">How that number was found, where an instant was asked for; else left out.</param>
/// <param name="ErasedSince">Indexes of entries whose protected content was destroyed since, so that the answer lacks it; left out where there are none.</param>
/// <param name="SetAside">Entries that the registrar, or the reader, left out of the case; left out where there are none.</param>
/// <param name="Withheld">How many protected contents the answer would go by and is without, since they are not here; left out where there are none.</param>
/// <param name="Audience">Who asked: <c>public</c>, <c>mission</c>, <c>party:AA</c>, or one of these behind a person and <c>@</c>.</param>
public sealed record AnswerCoordinates(
    Instant? KnownBy,
    long? RecordedAt,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] AnswerRecordedBy? RecordedBy,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] ImmutableArray<long>? ErasedSince,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] ImmutableArray<SetAsideEntry>? SetAside,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] int? Withheld,
    string Audience)
{
    /// <summary>Those of a view.</summary>
    public static AnswerCoordinates Of(ViewCoordinates view) => new(
        view.KnownBy, view.RecordedAt?.Size, view.RecordedAt is { Asked: { } asked, Basis: { } basis } ? new(asked, basis) : null,
        view.RecordedAt is { ErasedSince: { IsEmpty: false } erased } ? erased : null,
        view.RecordedAt is { SetAside: { IsEmpty: false } aside } ? aside : null,
        view.RecordedAt is { Withheld: > 0 and var withheld } ? withheld : null, view.Audience.ToString());
}

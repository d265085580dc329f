using System.Collections.Immutable;

namespace Holdfire.Queries;

/// <summary>An area that a look-up found.</summary>
/// <param name="Code">Its code, to be written in a case.</param>
/// <param name="Name">Its name.</param>
/// <param name="LocalName">Its local name; null where none is known.</param>
/// <param name="Country">The country that its code is of, ISO 3166-1; null for an area that no standard codes.</param>
/// <param name="Within">The areas that hold it, the nearest first.</param>
/// <param name="Members">The areas that it is made of.</param>
/// <param name="OtherNames">What else it is called.</param>
public sealed record AreaFoundAnswer(
    string Code, string Name, string? LocalName, string? Country, ImmutableArray<string> Within, ImmutableArray<string> Members, ImmutableArray<string> OtherNames);

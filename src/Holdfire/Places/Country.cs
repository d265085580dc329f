namespace Holdfire.Places;

/// <summary>A country that the gazetteer of the world has.</summary>
/// <param name="Code">Its code of two letters, ISO 3166-1; <c>XK</c>, which the standard leaves to its users, is Kosovo.</param>
/// <param name="Alpha3">Its code of three letters, ISO 3166-1.</param>
/// <param name="Name">Its English name.</param>
/// <param name="Circle">A circle about all its known places and outlines; null where none is known.</param>
public sealed record Country(string Code, string Alpha3, string Name, GeoCircle? Circle);

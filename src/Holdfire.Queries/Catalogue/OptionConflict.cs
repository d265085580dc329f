namespace Holdfire.Queries;

/// <summary>Two options that cannot be given together.</summary>
/// <param name="One">The first.</param>
/// <param name="Other">The second.</param>
/// <param name="Reason">Why, in words that follow "found both:".</param>
public sealed record OptionConflict(OptionInfo One, OptionInfo Other, string Reason);

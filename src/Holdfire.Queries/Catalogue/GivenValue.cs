namespace Holdfire.Queries;

/// <summary>The value of an option as it was given.</summary>
/// <param name="Text">The value; empty for a flag.</param>
/// <param name="As">The name that the option was given by, which errors repeat.</param>
public readonly record struct GivenValue(string Text, string As);

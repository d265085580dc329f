namespace Holdfire.CaseFormat;

/// <summary>Why the fields of a window make none.</summary>
/// <param name="Field"><c>from</c> or <c>to</c>.</param>
/// <param name="Expected">What was expected there.</param>
public readonly record struct WindowError(string Field, string Expected);

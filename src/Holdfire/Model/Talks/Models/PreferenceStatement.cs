namespace Holdfire.Model;

/// <summary>A statement that a party would rather have true than false.</summary>
/// <param name="Formula">The statement.</param>
/// <param name="IsUnknown">Whether the analyst does not know how the party stands to it.</param>
/// <param name="Text">As written.</param>
public sealed record PreferenceStatement(Formula Formula, bool IsUnknown, string Text);

namespace Holdfire.Views;

/// <summary>A text with the name that messages call it by, such as its file.</summary>
/// <param name="Name">The name.</param>
/// <param name="Text">The text.</param>
public sealed record NamedText(string Name, string Text);

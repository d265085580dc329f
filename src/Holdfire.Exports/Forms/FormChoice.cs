namespace Holdfire.Exports.Forms;

/// <summary>A choice of a list of a form.</summary>
/// <param name="List">The list.</param>
/// <param name="Name">What is stored: a code of the case.</param>
/// <param name="Label">What is shown.</param>
public sealed record FormChoice(string List, string Name, string Label);

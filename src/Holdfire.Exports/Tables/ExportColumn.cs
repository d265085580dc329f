namespace Holdfire.Exports;

/// <summary>A column of an export.</summary>
/// <param name="Name">Its name, in snake_case.</param>
/// <param name="Kind">What its values are.</param>
/// <param name="Help">What it says, one sentence; a blank value is always "not said", never 0.</param>
/// <param name="Unit">The unit of its numbers; empty for none.</param>
/// <param name="Hxl">Its tag in the Humanitarian Exchange Language 1.1; empty for none.</param>
public sealed record ExportColumn(string Name, ExportKind Kind, string Help, string Unit = "", string Hxl = "");

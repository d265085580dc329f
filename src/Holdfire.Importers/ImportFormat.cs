namespace Holdfire.Importers;

/// <summary>A layout of files that can be brought into a case.</summary>
/// <param name="Name">Its name on the command line; also the first part of the file that it writes.</param>
/// <param name="Description">What it is, in one line.</param>
public sealed record ImportFormat(string Name, string Description);

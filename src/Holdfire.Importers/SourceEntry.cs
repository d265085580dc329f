namespace Holdfire.Importers;

/// <summary>A source as an importer adds it to a case that has none of its id.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">Its name as printed.</param>
/// <param name="Kind">What it is, as in <c>sources.yaml</c>.</param>
/// <param name="AreDistinct">Whether its rows are distinct events.</param>
/// <param name="MayBeHandedOn">Whether its rows may be handed on to others by its licence.</param>
internal sealed record SourceEntry(string Id, string Name, string Kind, bool AreDistinct = true, bool MayBeHandedOn = true)
{
    /// <summary>The column of the file that names it; blank where the format itself does.</summary>
    public string Column { get; init; } = "";

    /// <summary>Whether, by the codebook of the data set, it holds all events of each day from its first to its last.</summary>
    public bool CodesAllDays { get; init; }

    /// <summary>The party that it speaks for; blank for none, or where the case has no such party.</summary>
    public string Party { get; init; } = "";
}

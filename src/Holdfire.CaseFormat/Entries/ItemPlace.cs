using System.Collections.Immutable;
using Holdfire.Record.Entries;

namespace Holdfire.CaseFormat.Entries;

/// <summary>Where the items of a kind stand in a case folder: in a list at the root of a file (or of the files of a folder), or under a key of it.</summary>
/// <param name="Kind">The kind.</param>
/// <param name="File">The YAML file.</param>
/// <param name="Key">The key of the list; empty where the root is the list.</param>
internal sealed record ItemPlace(EntryKind Kind, string File, string Key)
{
    /// <summary>The file with the talks, each of whose lists holds items of one kind.</summary>
    public const string TalksFile = TalksReader.File;

    /// <summary>The file that opens a case; what is in no list of it is one item.</summary>
    public const string CaseFile = "case.yaml";

    /// <summary>All kinds that have a list of their own, in the order in which a case is entered.</summary>
    public static ImmutableArray<ItemPlace> All { get; } =
    [
        new(EntryKind.Place, CaseFile, "places"),
        new(EntryKind.Document, CaseFile, "documents"),
        new(EntryKind.Party, "parties.yaml", ""),
        new(EntryKind.Source, "sources.yaml", ""),
        new(EntryKind.Truce, "truces.yaml", ""),
        new(EntryKind.Statement, "statements.yaml", "statements"),
        new(EntryKind.Conflict, "statements.yaml", "conflicts"),
        new(EntryKind.Pin, "pins.yaml", ""),
        new(EntryKind.Restriction, RestrictionReader.File, ""),
        new(EntryKind.Detection, DetectionFiles.Folder, ""),
        new(EntryKind.Step, StepReader.File, ""),
        new(EntryKind.Query, PartyQueryReader.File, ""),
        new(EntryKind.Reply, PartyReplyReader.File, ""),
    ];
}

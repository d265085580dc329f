using System.Collections.Immutable;

namespace Holdfire.Importers;

/// <summary>Reads one format into what a case holds. An error of a record is a rejected row and never ends the reading.</summary>
internal interface IClaimFormat
{
    /// <summary>Its name and what it is.</summary>
    ImportFormat Info { get; }

    /// <summary>Columns of a report that differ from one version of the file to the next where nothing was changed.</summary>
    ImmutableHashSet<string> NotCompared => [];

    /// <summary>Reads the files, one unit after the other.</summary>
    /// <exception cref="UnreadableFileException">Thrown on the way where a file as a whole is not of the format.</exception>
    IEnumerable<ReadUnit> Read(ImmutableArray<ImportFile> files, ImportContext context);
}

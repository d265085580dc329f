namespace Holdfire.Importers;

/// <summary>Ends the reading of one row; never leaves the importer.</summary>
#pragma warning disable CA1032, CA1064 // It carries a rejected row and is caught in this folder.
internal sealed class ImportException(RejectedRow rejected) : Exception(rejected.Expected)
#pragma warning restore CA1032, CA1064
{
    public RejectedRow Rejected => rejected;
}

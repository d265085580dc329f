using System.Collections.Immutable;

namespace Holdfire.Importers;

/// <summary>A file that is not of its format as a whole; nothing of the import goes in.</summary>
#pragma warning disable CA1032 // It says what is wrong, or it is not made.
public sealed class UnreadableFileException(ImmutableArray<RejectedRow> errors) : Exception(errors[0].Expected)
#pragma warning restore CA1032
{
    /// <summary>What is wrong with one file.</summary>
    public UnreadableFileException(string file, int line, string column, string expected, string found)
        : this([new RejectedRow(line, column, expected, found, []) { File = file }])
    {
    }

    /// <summary>Every error that was found.</summary>
    public ImmutableArray<RejectedRow> Errors => errors;
}

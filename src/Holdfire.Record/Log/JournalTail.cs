namespace Holdfire.Record.Log;

/// <summary>A record at the end of a journal file that is not whole: most often one that a stop cut short, which nobody was told of.</summary>
/// <param name="File">The name of the file.</param>
/// <param name="At">The offset, in bytes.</param>
/// <param name="Size">The size of the log that its checkpoint is of, where that is there and signed; else null.</param>
internal sealed record JournalTail(string File, long At, long? Size);

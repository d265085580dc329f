namespace Holdfire.Record.Log;

/// <summary>Bytes of a journal file that were good once and are not now.</summary>
/// <param name="File">The name of the file.</param>
/// <param name="Number">Its number.</param>
/// <param name="At">The offset, in bytes.</param>
/// <param name="What">What was expected and found.</param>
/// <param name="UpTo">The size of the log that they led to at most, where the records behind them tell; null where they do not.</param>
internal sealed record JournalDamage(string File, ulong Number, long At, string What, long? UpTo)
{
    /// <inheritdoc/>
    public override string ToString() => FormattableString.Invariant($"{File}, byte {At}: {What}");
}

using Holdfire.Record.Tlog;

namespace Holdfire.Record.Crash;

/// <summary>What the writers of one log have said, and what it was when it was last looked at.</summary>
internal sealed class Witnessed
{
    /// <summary>The acknowledged entries by index.</summary>
    public SortedList<long, string> Entries { get; } = [];

    /// <summary>The roots of acknowledged checkpoints by size.</summary>
    public Dictionary<long, string> Roots { get; } = [];

    public long Size { get; set; }

    public string Root { get; set; } = MerkleHash.OfEmptyTree.ToString();
}

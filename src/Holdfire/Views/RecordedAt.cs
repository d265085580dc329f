using System.Collections.Immutable;
using NodaTime;

namespace Holdfire.Views;

/// <summary>What a record held: its first entries, up to a size.</summary>
/// <param name="Size">The number of entries, counted from the first.</param>
/// <param name="Asked">The instant that the size was found for; null where the size itself was given or is all of the record.</param>
/// <param name="Basis">How the size was found for the instant; null where no instant was asked for.</param>
public sealed record RecordedAt(long Size, Instant? Asked = null, RecordedAtBasis? Basis = null)
{
    /// <summary>The indexes of entries that the record held then and whose protected content was destroyed since: answers lack them.</summary>
    public ImmutableArray<long> ErasedSince { get; init; } = [];

    /// <summary>What the record held and the case is without, in the order of the log.</summary>
    public ImmutableArray<SetAsideEntry> SetAside { get; init; } = [];

    /// <summary>How many protected contents the case would go by and is without, since they are not here.</summary>
    public int Withheld { get; init; }
}

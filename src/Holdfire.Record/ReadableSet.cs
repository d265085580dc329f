using System.Collections.Immutable;

namespace Holdfire.Record;

/// <summary>The last set of parameters of the fusion that can be read.</summary>
/// <param name="Text">Its text; null where there is none.</param>
/// <param name="Unread">The entries of later sets that cannot be read, the last first.</param>
public sealed record ReadableSet(string? Text, ImmutableArray<long> Unread);

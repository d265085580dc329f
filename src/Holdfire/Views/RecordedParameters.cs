using System.Collections.Immutable;

namespace Holdfire.Views;

/// <summary>The set of parameters of the fusion that a record holds.</summary>
/// <param name="Set">The last one that can be read; null where there is none.</param>
/// <param name="Unread">The entries of later ones that cannot be read, the last first.</param>
public sealed record RecordedParameters(NamedText? Set, ImmutableArray<long> Unread)
{
    /// <summary>None at all.</summary>
    public static RecordedParameters None { get; } = new(null, []);
}

using System.Collections.Immutable;

namespace Holdfire.Record.Bundles;

/// <summary>What a bundle is for: a report of the record, or the answer to a query. One of the two is there.</summary>
/// <remarks>The words of a query are kept as they are: whoever recomputes the answer decides whether it knows such a query.</remarks>
/// <param name="Report">The id of the report, or null.</param>
/// <param name="Command">The command that gave the answer, or null.</param>
/// <param name="Arguments">Its arguments, but for the record and the format.</param>
public sealed record BundlePurpose(string? Report, string? Command, ImmutableArray<string> Arguments)
{
    /// <summary>For a report.</summary>
    public static BundlePurpose OfReport(string id) => new(id, null, []);

    /// <summary>For an answer.</summary>
    public static BundlePurpose OfQuery(string command, ImmutableArray<string> arguments) => new(null, command, arguments);

    /// <inheritdoc/>
    public override string ToString() => Command is null ? $"the report {Report}" : string.Join(' ', Arguments.Prepend(Command));
}

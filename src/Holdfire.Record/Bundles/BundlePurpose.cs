using System.Collections.Immutable;

namespace Holdfire.Record.Bundles;

/// <summary>What a bundle is for: a report of the record, or the answer to a query. One of the two is there.</summary>
/// <param name="Report">The id of the report, or null.</param>
/// <param name="Command">The command that gave the answer, or null.</param>
/// <param name="Arguments">Its arguments, but for the record and the format.</param>
public sealed record BundlePurpose(string? Report, string? Command, ImmutableArray<string> Arguments)
{
    /// <summary>The commands whose answers a bundle can hold.</summary>
    public static ImmutableArray<string> Commands { get; } = ["counts", "audit", "assess", "truces", "incidents", "findings"];

    /// <summary>The options that an argument list may hold, each followed by its value: none that names a file.</summary>
    public static ImmutableArray<string> Options { get; } =
    [
        "--act", "--area", "--as-of", "--by", "--from", "--measure", "--region", "--side", "--source", "--standard", "--statement", "--to",
        "--truce", "--tz", "--unit",
    ];

    /// <summary>For a report.</summary>
    public static BundlePurpose OfReport(string id) => new(id, null, []);

    /// <summary>For an answer.</summary>
    public static BundlePurpose OfQuery(string command, ImmutableArray<string> arguments) => new(null, command, arguments);

    /// <summary>What speaks against the arguments, or null.</summary>
    public string? Fault => Command is null ? null
        : Arguments.Length % 2 == 1 ? "expected arguments of the form --name value, found an odd number of them"
        // A value that begins with @ would name a file of further arguments.
        : Arguments.Chunk(2).FirstOrDefault(pair => !Options.Contains(pair[0]) || pair[1] is ['@' or '-', ..]) is { } wrong
            ? $"expected arguments of the form --name value with one of {string.Join(", ", Options)}; found '{wrong[0]} {wrong[1]}'"
        : null;

    /// <inheritdoc/>
    public override string ToString() => Command is null ? $"the report {Report}" : string.Join(' ', Arguments.Prepend(Command));
}

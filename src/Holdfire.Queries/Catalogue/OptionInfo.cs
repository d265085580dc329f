using System.Collections.Immutable;

namespace Holdfire.Queries;

/// <summary>One option of a query, as data: command line, web address and bundle take their options from it.</summary>
/// <param name="Name">The name, with its two dashes; of a <see cref="OptionKind.Position"/> the bare name.</param>
/// <param name="ValueName">What the value is called in the help, such as <c>CODE</c>; empty for a flag.</param>
/// <param name="Help">What it does, one sentence without a full stop.</param>
public sealed record OptionInfo(string Name, string ValueName, string Help)
{
    /// <summary>What it takes.</summary>
    public OptionKind Kind { get; init; } = OptionKind.Value;

    /// <summary>What a file is expected to be, for messages: <c>a YAML file</c>.</summary>
    public string Expects { get; init; } = "a file";

    /// <summary>Whether the query cannot run without it.</summary>
    public bool Required { get; init; }

    /// <summary>Whether only whoever has the record's private folder may use it: no server offers it.</summary>
    public bool IsForOwner { get; init; }

    /// <summary>Other names of the same, kept for those who use them.</summary>
    public ImmutableArray<string> Aliases { get; init; } = [];

    /// <summary>The value where it is left out; null for none.</summary>
    public string? Default { get; init; }

    /// <summary>A flag.</summary>
    public static OptionInfo Flag(string name, string help) => new(name, "", help) { Kind = OptionKind.Flag };

    /// <summary>Whether this is its name or one of its other names.</summary>
    public bool IsCalled(string name) => name == Name || Aliases.Contains(name);
}

using System.Collections.Immutable;

namespace Holdfire.Queries;

/// <summary>Options with one meaning, wherever a query has them.</summary>
public static class CommonOptions
{
    /// <summary>The options that say which claims or events are meant, and in which zone: a query about a case takes each, or says why not.</summary>
    public static ImmutableArray<string> Names { get; } = ["--claimant", "--actor", "--source", "--area", "--near", "--from", "--to", "--tz"];

    /// <summary>The instant by which sources had published; every query has it.</summary>
    public static OptionInfo KnownBy { get; } = new("--known-by", "INSTANT", "use only what sources had published by this instant, such as 2030-05-11T00:00Z")
    {
        Aliases = ["--as-of"],
    };

    /// <summary>What the record held; every query of a record has it.</summary>
    public static OptionInfo RecordedAt { get; } = new(
        "--recorded-at", "SIZE|INSTANT", "only what the record held then: its first SIZE entries, or those at an instant; with --record");

    /// <summary>The party that says it.</summary>
    public static OptionInfo Claimant(string help) => new("--claimant", "PARTY", help);

    /// <summary>The party that is said to have done it.</summary>
    public static OptionInfo Actor(string help) => new("--actor", "PARTY", help);

    /// <summary>The source that says it.</summary>
    public static OptionInfo Source(string help) => new("--source", "ID", help);

    /// <summary>A known area.</summary>
    public static OptionInfo Area(string help) => new("--area", "CODE", help);

    /// <summary>The first civil day.</summary>
    public static OptionInfo From(string help) => new("--from", "DATE", help);

    /// <summary>The last civil day, included.</summary>
    public static OptionInfo To(string help) => new("--to", "DATE", help);

    /// <summary>The instant at which deadlines are judged. Who runs a query gives it; what a person leaves out is the view's, else the clock's.</summary>
    public static OptionInfo Now { get; } = new(
        "--now", "INSTANT", "judge deadlines, and what is in force, at this instant; if left out that of --known-by, else the clock when the command starts");

    /// <summary>The zone of civil days and of the times that a table prints.</summary>
    public static OptionInfo Zone { get; } = new("--tz", "ZONE", "the zone of the civil days and of times in a table; the case's own if left out");
}

using System.Text.Json.Serialization;
using Holdfire.Model;
using NodaTime;

namespace Holdfire.Queries;

/// <summary>From when to when a truce bound one party.</summary>
/// <param name="Party">The id of the party.</param>
/// <param name="From">The start, or the earliest that is possible; null where it is not known.</param>
/// <param name="To">The end, or the latest that is possible, which does not belong to it; null where it is open or not known.</param>
/// <param name="Basis">Where the ends come from, and who disputes them.</param>
/// <param name="Disputed">Whether another account gives other ends.</param>
public sealed record InForceAnswer(string Party, Instant? From, Instant? To, string Basis, bool Disputed)
{
    /// <summary>The latest start that is possible, where it is known to a day, a month or a year; else left out.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Instant? LatestStart { get; init; }

    /// <summary>The earliest end that is possible, where it is known to a day, a month or a year; else left out.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Instant? EarliestEnd { get; init; }

    /// <summary>How it is to end where no time is given: until ended, or not known; else left out.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public TruceEnd? Ends { get; init; }

    /// <summary>Where this time stands at the instant of the answer; left out where none was given.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public TruceState? State { get; init; }

    /// <summary>From a time in force, and its state at an instant where one is given.</summary>
    public static InForceAnswer Of(InForce f, Instant? now) =>
        new(f.Party.Value, f.When.HasStart ? f.When.Start : null, f.When.HasEnd ? f.When.End : null, f.Basis, f.Disputed)
        {
            State = now is { } at ? f.At(at) : null,
            LatestStart = f.LatestStart,
            EarliestEnd = f.EarliestEnd,
            Ends = f.When.HasEnd ? null : f.EndUnknown ? TruceEnd.Unknown : TruceEnd.UntilEnded,
        };
}

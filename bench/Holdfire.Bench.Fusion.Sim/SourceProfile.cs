namespace Holdfire.Bench.Fusion.Sim;

/// <summary>What a source sees and how it tells it. Probabilities are of one event or one report; minutes and kilometres.</summary>
internal sealed record SourceProfile
{
    public required string Id { get; init; }

    public required string Name { get; init; }

    /// <summary>The party that it speaks for, or null.</summary>
    public string? Party { get; init; }

    public required string Kind { get; init; }

    public required string Grade { get; init; }

    /// <summary>Whether its rows are distinct events by its own coding.</summary>
    public bool IsDistinct { get; init; }

    /// <summary>Minutes by which its clock is ahead of UTC: 0 or 180.</summary>
    public int Ahead { get; init; }

    /// <summary>The logit of seeing an event without deaths, of one item, with full reach.</summary>
    public required double Sees { get; init; }

    /// <summary>What ln(1 + killed) adds to the logit.</summary>
    public required double PerLogKilled { get; init; }

    /// <summary>What ln(count) adds to the logit.</summary>
    public double PerLogCount { get; init; }

    /// <summary>What is added to the logit for acts of the party that it speaks for.</summary>
    public double OwnActs { get; init; }

    /// <summary>Sees only this near to the line; 0: anywhere.</summary>
    public double ReachKm { get; init; }

    /// <summary>A sensor: sees loud acts alone, in the stretches that it watches.</summary>
    public bool IsSensor { get; init; }

    /// <summary>Weights of: exact point, town, within 25 km, region, whole sector.</summary>
    public required double[] Places { get; init; }

    /// <summary>The radius that it states for an exact point; two standard deviations of its error.</summary>
    public required double ExactKm { get; init; }

    /// <summary>Told of the wrong town, tens of kilometres off.</summary>
    public required double Misplaces { get; init; }

    /// <summary>Weights of: minutes, about, day, night.</summary>
    public required double[] Times { get; init; }

    /// <summary>The standard deviation of a clock time that it states.</summary>
    public required double TimeError { get; init; }

    /// <summary>Gives the time at which it heard of it.</summary>
    public required double Lags { get; init; }

    /// <summary>The mean of that lag.</summary>
    public double LagMinutes { get; init; } = 120;

    /// <summary>The wrong day.</summary>
    public required double WrongDay { get; init; }

    /// <summary>Names a wider act.</summary>
    public required double Coarsens { get; init; }

    /// <summary>Names another act.</summary>
    public required double WrongAct { get; init; }

    /// <summary>Names no actor.</summary>
    public required double NoActor { get; init; }

    /// <summary>Names the other actor.</summary>
    public required double WrongActor { get; init; }

    /// <summary>Says only "some".</summary>
    public required double NoCount { get; init; }

    /// <summary>Rounds a count of ten or more.</summary>
    public required double Rounds { get; init; }

    /// <summary>The median factor on what the other party did.</summary>
    public double Exaggerates { get; init; } = 1;

    /// <summary>The standard deviation of the logarithm of a count.</summary>
    public required double CountError { get; init; }

    /// <summary>Tells of deaths and injuries.</summary>
    public required double TellsHarm { get; init; }

    /// <summary>Reports made up, as a share of those that are not.</summary>
    public required double Invents { get; init; }

    /// <summary>Repeats a report of its own.</summary>
    public required double Repeats { get; init; }

    /// <summary>Repeats a report of others without deaths.</summary>
    public double Echoes { get; init; }

    /// <summary>The median delay from event to publication.</summary>
    public required double Delay { get; init; }

    /// <summary>claimed, heard, saw, recorded or on_site.</summary>
    public required string Mode { get; init; }
}

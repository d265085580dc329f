namespace Holdfire.Bench.Fusion.Sim;

/// <summary>What a story is.</summary>
internal enum StoryKind
{
    /// <summary>A true event.</summary>
    Event,

    /// <summary>Something that one source made up; those who repeat it tell the same story.</summary>
    Invention,

    /// <summary>A sum over many events.</summary>
    Sum,
}

/// <summary>What reports can be about: two reports belong together where they tell the same story.</summary>
internal class Story
{
    public required StoryKind Kind { get; init; }

    public string Id { get; set; } = "";
}

/// <summary>An event, true or made up; times in minutes from the first day 00:00 UTC, places in kilometres of the sector.</summary>
internal sealed class TrueEvent : Story
{
    public required string Process { get; init; }

    public required string Act { get; init; }

    public required string Actor { get; init; }

    public required double From { get; init; }

    public required double To { get; init; }

    public required double X { get; init; }

    public required double Y { get; init; }

    public required int Count { get; init; }

    public required int Killed { get; init; }

    public required int Injured { get; init; }

    public required string Target { get; init; }

    public string Victim => Actor == "AA" ? "BB" : "AA";
}

/// <summary>The drones of one night in one sector, sent by one party, summed by others.</summary>
internal sealed class Wave : Story
{
    public required string Actor { get; init; }

    public required int Night { get; init; }

    public required int Launched { get; init; }

    public List<TrueEvent> Events { get; } = [];
}

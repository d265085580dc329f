namespace Holdfire.Bench.Fusion.Sim;

/// <summary>A place as told: a point with a radius, or areas, or both; kilometres of the sector.</summary>
internal readonly record struct ToldPlace(int Level, double X, double Y, double RadiusKm, string Areas)
{
    public bool HasPoint => RadiusKm > 0;
}

/// <summary>A time as told, in whole minutes of the source's own clock; for days and nights From is a midnight.</summary>
internal readonly record struct ToldTime(int Level, int From, int To)
{
    public const int Minute = 0;
    public const int About = 1;
    public const int Day = 2;
    public const int Night = 3;

    public string Precision => Level switch { Minute => "minute", About => "about", Day => "day", _ => "night" };
}

/// <summary>A report, and the story that it truly tells.</summary>
internal sealed record Told
{
    public required SourceProfile Source { get; init; }

    public required Story Story { get; init; }

    /// <summary>Minutes from the first day, UTC.</summary>
    public required double Published { get; init; }

    public required ToldPlace Place { get; init; }

    public required ToldTime Time { get; init; }

    public required string Act { get; init; }

    public required string Measure { get; init; }

    public required string Unit { get; init; }

    public required string Count { get; init; }

    public required string Target { get; init; }

    public required string Actor { get; init; }

    public string Killed { get; init; } = "";

    public string Injured { get; init; } = "";

    public bool Aggregate { get; init; }

    public required string Mode { get; init; }

    /// <summary>The report that it truly repeats, whether it says so or not.</summary>
    public Told? CopyOf { get; init; }

    /// <summary>Says what it repeats.</summary>
    public bool NamesCopied { get; init; }

    /// <summary>The report that it denies.</summary>
    public Told? Denies { get; init; }

    /// <summary>Its id; set when all reports of the sector are known.</summary>
    public string Id { get; set; } = "";
}

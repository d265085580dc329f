namespace Holdfire.Practice;

/// <summary>One row of the reports, as text.</summary>
internal sealed record ReportRow
{
    public required string Id { get; init; }

    public required string Source { get; init; }

    public string Published { get; init; } = "";

    public string From { get; init; } = "";

    public string To { get; init; } = "";

    public required string Zone { get; init; }

    public required string Precision { get; init; }

    public required string Act { get; init; }

    public string Measure { get; init; } = "occurred";

    public required string Count { get; init; }

    public string Areas { get; init; } = "";

    public string Target { get; init; } = "";

    public string AllegedActor { get; init; } = "";

    public string Aggregate { get; init; } = "";

    public string Reference { get; init; } = "";

    public string Lat { get; init; } = "";

    public string Lon { get; init; } = "";

    public string RadiusKm { get; init; } = "";

    public string Mode { get; init; } = "";

    public string Quotes { get; init; } = "";

    public string Denies { get; init; } = "";

    public static string Header =>
        "id,source,published,from,to,zone,precision,act,measure,unit,count,areas,target,alleged_actor,aggregate,reference,lat,lon,radius_km,mode,quotes,denies";

    public override string ToString() => string.Join(
        ',', Id, Source, Published, From, To, Zone, Precision, Act, Measure, "attack", Count, Areas, Target, AllegedActor, Aggregate, Reference,
        Lat, Lon, RadiusKm, Mode, Quotes, Denies);
}

namespace Holdfire.Queries;

/// <summary>The CSV of incidents: a row each; a count is told by measure, unit, least and most, in the same order in each cell.</summary>
internal static class IncidentCsv
{
    public static CsvShape List { get; } = new("incidents",
    [
        "id", "probability", "contested", "aggregate", "from", "to", "lat", "lon", "radius_km", "areas", "act", "actors", "counts.measure",
        "counts.unit", "counts.min", "counts.max", "reports", "contradictions=contradictions.kind", "runner_up.odds", "^as_of", "^parameters",
        "harm.kind", "harm.of", "harm.min", "harm.max",
    ]);

    public static CsvShape One { get; } = List.OfOne("incident");
}

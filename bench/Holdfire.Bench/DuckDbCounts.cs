using DuckDB.NET.Data;

namespace Holdfire.Bench;

/// <summary>The counts of docs/counts.md for a generated case by SQL, straight from its files.</summary>
internal static class DuckDbCounts
{
    /// <summary>The rows per side, measure and civil day of UTC.</summary>
    public static Dictionary<CountKey, CountBounds> Of(string folder)
    {
        using var db = new DuckDBConnection("DataSource=:memory:");
        db.Open();
        Run(db, "SET threads = 2");
        Run(db, "CREATE TABLE sources (source VARCHAR, side VARCHAR, ahead BIGINT)");
        foreach (var source in Layout.Sources)
        {
            Run(db, FormattableString.Invariant(
                $"INSERT INTO sources VALUES ('{source.Id}', '{source.Party}', {source.AheadOfUtc})"));
        }

        var files = Path.GetFullPath(Path.Combine(folder, "reports", "*.csv")).Replace("'", "''", StringComparison.Ordinal);
        Run(db, Claims.Replace("FILES", files, StringComparison.Ordinal));
        using var command = db.CreateCommand();
        command.CommandText = Counts;
        using var reader = command.ExecuteReader();
        var first = Layout.FirstDay.ToDateOnly().DayNumber - new DateOnly(1970, 1, 1).DayNumber;
        var rows = new Dictionary<CountKey, CountBounds>();
        while (reader.Read())
        {
            rows[new CountKey(reader.GetString(0), reader.GetString(1), (int)(reader.GetInt64(2) - first))] = new CountBounds(
                reader.GetInt64(3), reader.IsDBNull(4) ? null : reader.GetInt64(4), (int)reader.GetInt64(5));
        }

        return rows;
    }

    // Windows in minutes of UTC. In every generated case the acts and regions of one source are pairwise equal or
    // disjoint, all claims name one region, and a bulletin's count is at least the sum of what it includes.
    private const string Claims = """
        CREATE TABLE claims AS
        WITH texts AS (
            SELECT r.id, s.side, r.source, r.measure, r.act, r.areas, r.included_in, r.precision, r.count, s.ahead,
                CASE WHEN r.precision = 'night' THEN epoch(CAST(r."from" AS TIMESTAMP)) // 60 + 1080
                    ELSE epoch(CAST(replace(r."from", 'T', ' ') AS TIMESTAMP)) // 60 END AS starts,
                epoch(CAST(replace(r."to", 'T', ' ') AS TIMESTAMP)) // 60 AS ends,
                epoch(CAST(replace(replace(r.published, 'T', ' '), 'Z', '') AS TIMESTAMP)) // 60 AS published
            FROM read_csv('FILES', header = true, all_varchar = true) r JOIN sources s USING (source)
            WHERE r.part_of IS NULL)
        SELECT id, side, source, measure, act, areas, included_in,
            CAST(CASE precision WHEN 'about' THEN starts - 30 ELSE starts END - ahead AS BIGINT) AS s,
            CAST(CASE precision WHEN 'about' THEN ends + 30 - ahead
                WHEN 'day' THEN ends + 1440 - ahead
                WHEN 'night' THEN least(ends + 720 - ahead, published)
                ELSE greatest(ends, starts + 1) - ahead END AS BIGINT) AS e,
            CASE WHEN starts_with(count, '<=') THEN 0
                WHEN starts_with(count, '>=') THEN CAST(count[3:] AS BIGINT)
                WHEN starts_with(count, '~') THEN CAST(count[2:] AS BIGINT) - CASE WHEN count LIKE '%00' THEN 50 ELSE 5 END
                ELSE CAST(split_part(count, '..', 1) AS BIGINT) END AS least,
            CASE WHEN starts_with(count, '<=') THEN CAST(count[3:] AS BIGINT)
                WHEN starts_with(count, '>=') THEN NULL
                WHEN starts_with(count, '~') THEN CAST(count[2:] AS BIGINT) + CASE WHEN count LIKE '%00' THEN 50 ELSE 5 END
                ELSE CAST(split_part(count, '..', -1) AS BIGINT) END AS most
        FROM texts
        """;

    // Min: weighted interval scheduling in each source, act, region and day. before = how many claims of the group, in
    // the order of their ends, have ended when this one starts; the fold keeps the best sum after each claim.
    private const string Counts = """
        WITH touching AS (
            SELECT side, measure, unnest(range(s // 1440, (e - 1) // 1440 + 1)) AS day, id, included_in, most FROM claims),
        outer_claims AS (SELECT id, s // 1440 AS first, (e - 1) // 1440 AS last FROM claims WHERE id IN (SELECT included_in FROM claims)),
        upper AS (
            SELECT t.side, t.measure, t.day, count(*) AS reports,
                sum(t.most) FILTER (o.id IS NULL) AS most, count(*) FILTER (o.id IS NULL AND t.most IS NULL) AS unbounded
            FROM touching t LEFT JOIN outer_claims o ON t.included_in = o.id AND t.day BETWEEN o.first AND o.last
            GROUP BY ALL),
        ordered AS (
            SELECT side, source, measure, act, areas, s // 1440 AS day, e, least,
                count(*) OVER (PARTITION BY source, measure, act, areas, s // 1440 ORDER BY e
                    RANGE BETWEEN UNBOUNDED PRECEDING AND (e - s) PRECEDING) AS before
            FROM claims WHERE s // 1440 = (e - 1) // 1440),
        folded AS (
            SELECT side, source, measure, day, list_reduce(
                list_prepend([0::BIGINT], list([before, least] ORDER BY e)),
                lambda best, x: list_append(best, greatest(best[-1], best[x[1] + 1] + x[2])))[-1] AS best
            FROM ordered GROUP BY side, source, measure, act, areas, day),
        lower AS (
            SELECT side, measure, day, max(best) AS least FROM (
                SELECT side, source, measure, day, sum(best) AS best FROM folded GROUP BY ALL) GROUP BY ALL)
        SELECT side, measure, CAST(day AS BIGINT), CAST(coalesce(least, 0) AS BIGINT),
            CASE WHEN unbounded > 0 THEN NULL ELSE CAST(most AS BIGINT) END, CAST(reports AS BIGINT)
        FROM upper LEFT JOIN lower USING (side, measure, day)
        """;

    private static void Run(DuckDBConnection db, string sql)
    {
        using var command = db.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}

using System.Globalization;

namespace Holdfire.Bench.Fusion.Peers;

/// <summary>The SQL of the Splink-style model.</summary>
internal static class SplinkSql
{
    public const string Reports = """
        CREATE TABLE r (n INTEGER, id VARCHAR, source VARCHAR, t0 DOUBLE, t1 DOUBLE, lat DOUBLE, lon DOUBLE, km DOUBLE, act VARCHAR,
            actor VARCHAR, least BIGINT, most BIGINT, killed BIGINT, injured BIGINT, summed BOOLEAN)
        """;

    // A report is in every half day that its span touches with three hours to spare, and in every cell that its circle touches
    // with five kilometres to spare: cells of a quarter degree where its radius is at most 12 km, and of one and a half degrees
    // always. Two narrow reports meet in small cells, others in large ones.
    public const string Pairs = """
        CREATE TABLE buckets AS
        SELECT n, km > 12 AS wide, summed, unnest(range(CAST(floor((t0 - 180) / 720) AS BIGINT), CAST(floor((t1 + 180) / 720) AS BIGINT) + 1)) AS t,
            (km + 5) / 111.2 AS dy, (km + 5) / (111.2 * cos(radians(lat))) AS dx, lat, lon FROM r;
        CREATE TABLE small AS
        SELECT n, summed, t, y, unnest(range(CAST(floor((lon - dx) * 4) AS BIGINT), CAST(floor((lon + dx) * 4) AS BIGINT) + 1)) AS x
        FROM (SELECT *, unnest(range(CAST(floor((lat - dy) * 4) AS BIGINT), CAST(floor((lat + dy) * 4) AS BIGINT) + 1)) AS y FROM buckets WHERE NOT wide);
        CREATE TABLE large AS
        SELECT n, wide, summed, t, y, unnest(range(CAST(floor((lon - dx) / 1.5) AS BIGINT), CAST(floor((lon + dx) / 1.5) AS BIGINT) + 1)) AS x
        FROM (SELECT *, unnest(range(CAST(floor((lat - dy) / 1.5) AS BIGINT), CAST(floor((lat + dy) / 1.5) AS BIGINT) + 1)) AS y FROM buckets);
        CREATE TABLE pairs AS
        SELECT a.n AS a, b.n AS b FROM small a JOIN small b ON a.t = b.t AND a.y = b.y AND a.x = b.x AND a.summed = b.summed AND a.n < b.n
        UNION
        SELECT least(a.n, b.n), greatest(a.n, b.n) FROM large a JOIN large b
            ON a.t = b.t AND a.y = b.y AND a.x = b.x AND a.summed = b.summed AND a.wide AND (NOT b.wide OR a.n < b.n)
        """;

    // Eight columns of comparison levels of each pair of a table (a, b).
    public static string Levels(string into, string from) => $"""
        CREATE OR REPLACE TABLE {into} AS
        WITH both_sides AS (
            SELECT p.a, p.b, a.source = b.source AS same_source, a.act AS act_a, b.act AS act_b, a.actor AS actor_a, b.actor AS actor_b,
                greatest(a.km, b.km) AS wider, a.lat = b.lat AND a.lon = b.lon AS same_place,
                111.2 * sqrt(pow(a.lat - b.lat, 2) + pow((a.lon - b.lon) * cos(radians((a.lat + b.lat) / 2)), 2)) AS apart,
                a.t1 - a.t0 AS long_a, b.t1 - b.t0 AS long_b, abs((a.t0 + a.t1) / 2 - (b.t0 + b.t1) / 2) AS gap,
                greatest(0, a.t0 - b.t1, b.t0 - a.t1) AS outside, a.t0 = b.t0 AND a.t1 = b.t1 AS same_time,
                a.least AS la, b.least AS lb, a.most AS ma, b.most AS mb, a.killed AS ka, b.killed AS kb, a.injured AS ia, b.injured AS ib
            FROM {from} p JOIN r a ON a.n = p.a JOIN r b ON b.n = p.b)
        SELECT a, b,
            CASE WHEN wider <= 2 THEN CASE WHEN apart <= 0.5 THEN 10 WHEN apart <= 1.5 THEN 11 WHEN apart <= 3 THEN 12 WHEN apart <= 6 THEN 13 ELSE 14 END
                WHEN wider <= 12 THEN CASE WHEN same_place THEN 20 WHEN apart <= 5 THEN 21 WHEN apart <= 12 THEN 22 WHEN apart <= 20 THEN 23 ELSE 24 END
                WHEN wider <= 30 THEN CASE WHEN same_place THEN 30 WHEN apart <= 12 THEN 31 WHEN apart <= 25 THEN 32 ELSE 33 END
                ELSE CASE WHEN same_place THEN 40 WHEN apart <= wider THEN 41 ELSE 42 END END AS place,
            CASE WHEN greatest(long_a, long_b) <= 120
                THEN CASE WHEN gap <= 3 THEN 10 WHEN gap <= 10 THEN 11 WHEN gap <= 30 THEN 12 WHEN gap <= 90 THEN 13 WHEN gap <= 360 THEN 14 ELSE 15 END
                WHEN least(long_a, long_b) <= 120 THEN CASE WHEN outside = 0 THEN 20 WHEN outside <= 360 THEN 21 ELSE 22 END
                ELSE CASE WHEN same_time THEN 30 WHEN outside = 0 THEN 31 ELSE 32 END END AS time,
            CASE WHEN act_a = act_b THEN CASE WHEN len(act_a) > 12 THEN 0 ELSE 1 END
                WHEN starts_with(act_a, act_b) OR starts_with(act_b, act_a) THEN 2
                WHEN split_part(act_a, '.', 2) = split_part(act_b, '.', 2) THEN 3 ELSE 4 END AS act,
            CASE WHEN actor_a = '' OR actor_b = '' THEN 1 WHEN actor_a = actor_b THEN 0 ELSE 2 END AS actor,
            CASE WHEN la = 0 OR lb = 0 THEN 6 WHEN (la = 1 AND ma IS NULL) OR (lb = 1 AND mb IS NULL) THEN 5
                WHEN la = lb AND ma = mb THEN CASE WHEN la = 1 THEN 1 ELSE 0 END
                WHEN coalesce(la <= mb, true) AND coalesce(lb <= ma, true) THEN 2
                WHEN greatest(la, lb) <= 2 * least(la, lb) THEN 3 ELSE 4 END AS count,
            {Harm("ka", "kb")} AS killed, {Harm("ia", "ib")} AS injured, CASE WHEN same_source THEN 1 ELSE 0 END AS source
        FROM both_sides
        """;

    public const string Patterns = """
        CREATE TABLE patterns AS
        SELECT row_number() OVER () AS pattern, *, 0.0::DOUBLE AS p FROM (
            SELECT place, time, act, actor, count, killed, injured, source, count(*) AS pairs FROM compared GROUP BY ALL);
        CREATE TABLE long AS
        SELECT pattern, pairs, col, level FROM (
            UNPIVOT patterns ON place, time, act, actor, count, killed, injured, source INTO NAME col VALUE level);
        CREATE TABLE prior (l DOUBLE);
        INSERT INTO prior VALUES (0.02)
        """;

    public const string BlockedU = """
        CREATE TABLE u AS
        SELECT col, level, sum(pairs) / sum(sum(pairs)) OVER (PARTITION BY col) AS u FROM long GROUP BY col, level
        """;

    // Splink's way: pairs at random are hardly ever matches. The same 2,000 reports in each run, by the hash of their number.
    public static string RandomU => """
        CREATE TABLE some_pairs AS
        WITH few AS (SELECT n, summed FROM r ORDER BY hash(n) LIMIT 2000)
        SELECT a.n AS a, b.n AS b FROM few a JOIN few b ON a.n < b.n AND a.summed = b.summed;
        """ + Levels("at_random", "some_pairs") + """
        ;
        CREATE TABLE u AS
        WITH seen AS (
            SELECT col, level, count(*) AS pairs FROM (
                UNPIVOT at_random ON place, time, act, actor, count, killed, injured, source INTO NAME col VALUE level) GROUP BY col, level),
        levels AS (SELECT DISTINCT col, level FROM long)
        SELECT col, level, (coalesce(pairs, 0) + 0.5) / sum(coalesce(pairs, 0) + 0.5) OVER (PARTITION BY col) AS u
        FROM levels LEFT JOIN seen USING (col, level)
        """;

    // Within each kind of level (tens) the closest has the most weight at first.
    public const string FirstM = """
        CREATE TABLE m AS
        SELECT col, level, w / sum(w) OVER (PARTITION BY col) AS m FROM (
            SELECT col, level, u * pow(8, -(level % 10)) / sum(u * pow(8, -(level % 10))) OVER (PARTITION BY col, level // 10)
                * sum(u) OVER (PARTITION BY col, level // 10) AS w FROM u)
        """;

    public const string Expect = """
        UPDATE patterns SET p = s.p FROM (
            SELECT pattern, 1 / (1 + exp(-(any_value(ln(l / (1 - l))) + sum(ln(m) - ln(u))))) AS p
            FROM long JOIN m USING (col, level) JOIN u USING (col, level), prior GROUP BY pattern) s
        WHERE patterns.pattern = s.pattern
        """;

    public const string MaximisePrior = "UPDATE prior SET l = (SELECT sum(p * pairs) / sum(pairs) FROM patterns)";

    // One match a report, as where the prior is set by a person.
    public const string HeldPrior = "UPDATE prior SET l = least(0.5, (SELECT count(*) FROM r) / (SELECT count(*) FROM pairs))";

    public const string Maximise = """
        CREATE OR REPLACE TABLE m AS
        SELECT col, level, (sum(p * long.pairs) + 0.01) / sum(sum(p * long.pairs) + 0.01) OVER (PARTITION BY col) AS m
        FROM long JOIN patterns USING (pattern) GROUP BY col, level
        """;

    public const string MaximiseU = """
        CREATE OR REPLACE TABLE u AS
        SELECT col, level, (sum((1 - p) * long.pairs) + 0.01) / sum(sum((1 - p) * long.pairs) + 0.01) OVER (PARTITION BY col) AS u
        FROM long JOIN patterns USING (pattern) GROUP BY col, level
        """;

    public const string Scored = """
        CREATE TABLE scored AS
        SELECT a, b, p FROM compared JOIN patterns USING (place, time, act, actor, count, killed, injured, source)
        """;

    // One to one: each report's best in each other source, where that holds both ways.
    public static string Edges(double threshold, bool oneToOne) => string.Create(CultureInfo.InvariantCulture, $"""
        CREATE OR REPLACE TABLE chosen AS SELECT a, b, p FROM scored WHERE p >= {threshold};
        CREATE OR REPLACE TABLE edges AS
        {(oneToOne ? BestLinks : "SELECT a, b FROM chosen UNION ALL SELECT b, a FROM chosen")}
        """);

    private const string BestLinks = """
        WITH sides AS (
            SELECT a, b, p FROM chosen UNION ALL SELECT b, a, p FROM chosen),
        ranked AS (
            SELECT s.a, s.b, row_number() OVER (PARTITION BY s.a, rb.source ORDER BY s.p DESC, s.b) AS rank
            FROM sides s JOIN r ra ON ra.n = s.a JOIN r rb ON rb.n = s.b WHERE ra.source <> rb.source),
        best AS (SELECT a, b FROM ranked WHERE rank = 1)
        SELECT x.a, x.b FROM best x JOIN best y ON x.a = y.b AND x.b = y.a
        """;

    public const string FirstLabels = "CREATE OR REPLACE TABLE labels AS SELECT n, n AS label FROM r";

    public const string Changes =
        "SELECT count(*) FROM edges e JOIN labels a ON a.n = e.a JOIN labels b ON b.n = e.b WHERE a.label > b.label";

    public const string NextLabels = """
        CREATE OR REPLACE TABLE nearest AS
        SELECT e.a AS n, least(any_value(own.label), min(l.label)) AS label
        FROM edges e JOIN labels l ON l.n = e.b JOIN labels own ON own.n = e.a GROUP BY e.a;
        CREATE OR REPLACE TABLE labels AS
        SELECT l.n, coalesce(jump.label, next.label, l.label) AS label
        FROM labels l LEFT JOIN nearest next ON next.n = l.n LEFT JOIN nearest jump ON jump.n = next.label
        """;

    private static string Harm(string a, string b) =>
        $"CASE WHEN {a} IS NULL OR {b} IS NULL THEN 4 WHEN {a} = {b} THEN CASE WHEN {a} > 0 THEN 0 ELSE 1 END WHEN abs({a} - {b}) <= 2 THEN 2 ELSE 3 END";
}

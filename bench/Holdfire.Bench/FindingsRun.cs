using System.Diagnostics;
using Holdfire.Model;
using Holdfire.Findings;
using Holdfire.CaseFormat;
using Holdfire.Time;
using DuckDB.NET.Data;
using NodaTime;

namespace Holdfire.Bench;

/// <summary>
/// Times findings over a generated case, each report alone, then the same placements (without steps, rules and words) by SQL
/// on a table that is already in memory, and compares how many of each kind every truce has.
/// </summary>
internal static class FindingsRun
{
    private const int Rounds = 5;

    /// <summary>Prints the times; 1 where the two differ in any number.</summary>
    public static int Run(string folder)
    {
        if (CaseFolder.Load(folder).Case is not { } @case)
        {
            return 2;
        }

        var subjects = Subjects.OfReports(@case);
        var (ours, mine) = Best(() => Finder.Find(@case, subjects, FindingRulesFile.BuiltIn));
        var counts = ours.GroupBy(f => (f.Truce.Value, f.Placement)).ToDictionary(g => g.Key, g => (long)g.Count());
        using var db = Table(@case, subjects);
        var (theirs, sql) = Best(() => Placements(db));
        Console.WriteLine(FormattableString.Invariant($"{subjects.Length} subjects, {@case.Truces.Length} truces, {ours.Length} findings"));
        Console.WriteLine(FormattableString.Invariant($"findings, with steps, rules and words: {mine.TotalSeconds:0.000} s, {ours.Length / mine.TotalSeconds:0} a second"));
        Console.WriteLine(FormattableString.Invariant($"DuckDB, placements alone, from memory, 2 threads: {sql.TotalSeconds:0.000} s; ratio {mine / sql:0.0}"));
        var wrong = counts.Keys.Union(theirs.Keys).Where(k => counts.GetValueOrDefault(k) != theirs.GetValueOrDefault(k)).ToList();
        wrong.ForEach(k => Console.WriteLine($"DIFFERENT {k}: {counts.GetValueOrDefault(k)}, DuckDB {theirs.GetValueOrDefault(k)}"));
        Console.WriteLine(FormattableString.Invariant($"counts that differ: {wrong.Count} of {counts.Count}"));
        return wrong.Count == 0 ? 0 : 1;
    }

    private static (T Result, TimeSpan Time) Best<T>(Func<T> work)
    {
        var (result, best) = (default(T)!, TimeSpan.MaxValue);
        for (var i = 0; i < Rounds; i++)
        {
            var watch = Stopwatch.StartNew();
            result = work();
            best = watch.Elapsed < best ? watch.Elapsed : best;
        }

        return (result, best);
    }

    private static DuckDBConnection Table(Case @case, IReadOnlyCollection<FindingSubject> subjects)
    {
        var db = new DuckDBConnection("DataSource=:memory:");
        db.Open();
        Do(db, "SET threads = 2");
        Do(db, "CREATE TABLE events (s BIGINT, e BIGINT, act VARCHAR, target VARCHAR)");
        using (var appender = db.CreateAppender("events"))
        {
            foreach (var subject in subjects)
            {
                appender.CreateRow().AppendValue(Seconds(Intervals.StartOf(subject.Window))).AppendValue(Seconds(Intervals.EndOf(subject.Window)))
                    .AppendValue(subject.Act.Value).AppendValue(subject.Target.ToString()).EndRow();
            }
        }

        // In every generated case both parties are bound for the same time, and all places lie within the terms.
        Do(db, "CREATE TABLE terms (truce VARCHAR, s BIGINT, e BIGINT, act VARCHAR, target VARCHAR)");
        foreach (var truce in @case.Truces)
        {
            var (when, term) = (truce.InForce[0].When, truce.Prohibitions.Single());
            Do(db, FormattableString.Invariant(
                $"INSERT INTO terms VALUES ('{truce.Id}', {Seconds(when.Start)}, {Seconds(when.End)}, '{term.Act}', {(term.Target is { } t ? $"'{t}'" : "NULL")})"));
        }

        return db;
    }

    private static Dictionary<(string Truce, Placement Placement), long> Placements(DuckDBConnection db)
    {
        using var command = db.CreateCommand();
        command.CommandText = """
            WITH fits AS (
                SELECT t.truce, greatest(
                    CASE WHEN v.s >= t.s AND v.e <= t.e THEN 0 WHEN v.s < t.e AND t.s < v.e THEN 1 ELSE 2 END,
                    CASE WHEN v.act = t.act OR starts_with(v.act, t.act || '.') THEN 0 WHEN starts_with(t.act, v.act || '.') THEN 1 ELSE 2 END,
                    CASE WHEN t.target IS NULL OR t.target = v.target THEN 0 WHEN v.target = 'Unknown' THEN 1 ELSE 2 END) AS fit
                FROM events v JOIN terms t ON v.s < t.e + 86400 AND t.s - 86400 < v.e)
            SELECT truce, fit, count(*) FROM fits GROUP BY ALL
            """;
        using var reader = command.ExecuteReader();
        var rows = new Dictionary<(string Truce, Placement Placement), long>();
        while (reader.Read())
        {
            rows[(reader.GetString(0), Placement.WithinTerms - reader.GetInt32(1))] = reader.GetInt64(2);
        }

        return rows;
    }

    private static long Seconds(Instant instant) => instant.ToUnixTimeSeconds();

    private static void Do(DuckDBConnection db, string sql)
    {
        using var command = db.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}

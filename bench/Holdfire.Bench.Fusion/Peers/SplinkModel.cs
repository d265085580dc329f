using System.Globalization;
using Holdfire.Bench.Fusion.Judging;
using DuckDB.NET.Data;

namespace Holdfire.Bench.Fusion.Peers;

/// <summary>
/// A Fellegi-Sunter model in the manner of Splink, all of it in DuckDB's SQL: pairs from cells of space and time, comparison
/// levels, m (and u, or u from random pairs) by expectation-maximisation, clusters by connected components or by mutual best
/// links.
/// </summary>
internal sealed class SplinkModel : IDisposable
{
    private const int Steps = 25;

    private readonly DuckDBConnection db = new("DataSource=:memory:");

    public SplinkModel(IReadOnlyList<PeerReport> reports, UEstimate estimate, int threads = 1)
    {
        db.Open();
        Run($"SET threads = {threads}");
        Load(reports);
        Run(SplinkSql.Pairs);
        Run(SplinkSql.Levels("compared", "pairs"));
        Run(SplinkSql.Patterns);
        Run(estimate == UEstimate.Random ? SplinkSql.RandomU : SplinkSql.BlockedU);
        Run(SplinkSql.FirstM);
        if (estimate == UEstimate.Compared)
        {
            Run(SplinkSql.HeldPrior);
        }

        for (var i = 0; i < Steps; i++)
        {
            Run(SplinkSql.Expect);
            Run(SplinkSql.Maximise);
            Run(estimate == UEstimate.Compared ? SplinkSql.HeldPrior : SplinkSql.MaximisePrior);
            if (estimate == UEstimate.Learnt)
            {
                Run(SplinkSql.MaximiseU);
            }
        }

        Run(SplinkSql.Expect);
        Run(SplinkSql.Scored);
    }

    /// <summary>Groups of pairs of at least this probability.</summary>
    public Grouping Group(double threshold, bool oneToOne)
    {
        Run(SplinkSql.Edges(threshold, oneToOne));
        Run(SplinkSql.FirstLabels);
        while (Count(SplinkSql.Changes) > 0)
        {
            Run(SplinkSql.NextLabels);
        }

        var groups = new Dictionary<string, string>();
        Read("SELECT id, CAST(label AS VARCHAR) FROM labels JOIN r USING (n)", row => groups.Add(row.GetString(0), row.GetString(1)));
        return new Grouping(groups);
    }

    /// <summary>The probability of every pair that was compared.</summary>
    public IEnumerable<PairOdds> Odds()
    {
        var odds = new List<PairOdds>();
        Read("SELECT a.id, b.id, p FROM scored s JOIN r a ON a.n = s.a JOIN r b ON b.n = s.b",
            row => odds.Add(new PairOdds(row.GetString(0), row.GetString(1), row.GetDouble(2))));
        return odds;
    }

    public long Pairs => Count("SELECT count(*) FROM scored");

    public void Dispose() => db.Dispose();

    private void Load(IReadOnlyList<PeerReport> reports)
    {
        Run(SplinkSql.Reports);
        using var appender = db.CreateAppender("r");
        for (var n = 0; n < reports.Count; n++)
        {
            var r = reports[n];
            appender.CreateRow().AppendValue(n).AppendValue(r.Id).AppendValue(r.Source).AppendValue(r.From).AppendValue(r.To)
                .AppendValue(r.Latitude).AppendValue(r.Longitude).AppendValue(r.RadiusKm).AppendValue(r.Act).AppendValue(r.Actor)
                .AppendValue(r.Least).AppendValue(r.Most).AppendValue(r.Killed).AppendValue(r.Injured).AppendValue(r.Aggregate).EndRow();
        }
    }

    private void Run(string sql)
    {
        using var command = db.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private long Count(string sql)
    {
        using var command = db.CreateCommand();
        command.CommandText = sql;
        return Convert.ToInt64(command.ExecuteScalar(), CultureInfo.InvariantCulture);
    }

    private void Read(string sql, Action<DuckDBDataReader> each)
    {
        using var command = db.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        while (reader.Read())
        {
            each(reader);
        }
    }
}

using System.Collections.Immutable;
using System.Text;
using Holdfire.Record.Bundles;

namespace Holdfire.Bundles.Tests;

/// <summary>The counts of the built-in case, by two programs that share no code.</summary>
public sealed class BuiltInCaseTests(BuiltInRecord record) : IClassFixture<BuiltInRecord>
{
    private static readonly string[] Queries =
    [
        "--side UA --act attack.air.uav.one-way --measure launched --from 2025-03-01 --to 2025-05-31 --by day --tz Europe/Kyiv",
        "--side UA --act attack.air --measure destroyed --from 2025-03-01 --to 2025-05-31 --by week --tz Europe/Kyiv",
        "--side UA --act attack.air --measure destroyed --from 2025-05-01 --to 2025-05-12 --by day --region UA-63",
        "--side UA --act attack.air.missile --measure launched --from 2025-03-01 --to 2025-05-31 --by phase",
        "--side RU --act attack.air.uav --measure destroyed --from 2025-03-01 --to 2025-05-31 --by day --tz Europe/Moscow",
        "--side RU --act attack --measure destroyed --from 2025-03-01 --to 2025-05-31",
        "--side RU --act attack.air.uav --measure destroyed --from 2025-04-01 --to 2025-05-12 --by week --region RU-BEL --tz Europe/Moscow",
        "--side RU --act attack.air.uav --measure destroyed --from 2025-03-28 --to 2025-04-02 --by day --region RU-BRY",
        "--side RU --act attack.air.uav --measure destroyed --from 2025-05-01 --to 2025-05-12 --by day --as-of 2025-05-09T12:00Z --tz Europe/Moscow",
    ];

    [Fact]
    public void Counts_ByBothPrograms_AreTheSame()
    {
        var bundles = new List<byte[]>();
        foreach (var query in Queries)
        {
            string[] words = query.Split(' ');
            var (code, figure, error) = Programs.Holdfire(["counts", "--record", record.Folder, .. words, "--format", "json"]);
            Assert.True(code == 0, $"{query}: {error}");
            bundles.Add(BundleWriter.Make(record.Log, BundlePurpose.OfQuery("counts", [.. words]), null, Encoding.UTF8.GetBytes(figure), ImmutableHashSet<long>.Empty));
        }

        foreach (var (query, answer) in Queries.Zip(JavaScriptVerifier.Verify(bundles)))
        {
            Assert.True(answer.Code == 0, $"{query}: {answer.Error ?? answer.Rows[^1].Detail}");
        }
    }
}

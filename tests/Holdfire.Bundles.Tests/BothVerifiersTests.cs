using System.Text.Json;
using Holdfire.Record.Bundles;

namespace Holdfire.Bundles.Tests;

/// <summary>The command line and the JavaScript verifier on the same bundles.</summary>
public sealed class BothVerifiersTests(RiverRecord record) : IClassFixture<RiverRecord>
{
    public static TheoryData<string> Queries { get; } =
    [
        "--report R1", "--report R2", "--report R3", "--report R5.1", "--whole --report RX",
        "-- counts --side NN --act attack.air --measure launched --from 2031-03-09 --to 2031-03-13",
        "--part -- counts --side NN --act attack.air --measure launched --from 2031-03-09 --to 2031-03-13 --by day",
        "-- counts --side NN --act attack.air --measure launched --from 2031-03-09 --to 2031-03-13 --by day",
        "--whole -- counts --side NN --act attack.air --measure launched --from 2031-03-09 --to 2031-03-13 --by day",
        "-- counts --side NN --act attack.air.uav --measure launched --from 2031-03-10 --to 2031-03-12 --by day --region X-WEST",
        "-- counts --side NN --act attack.air.uav --measure launched --from 2031-03-10 --to 2031-03-12 --by week --region X-EAST --tz Europe/Kyiv",
        "-- counts --side NN --act attack --measure launched --from 2031-03-10 --to 2031-03-12 --by phase --source nn-desk",
        "-- counts --side NN --act attack --measure launched --from 2031-03-10 --to 2031-03-12 --by day --as-of 2031-03-11T15:00Z",
        "-- counts --side SS --act attack --measure occurred --from 2031-03-10 --to 2031-03-12 --by day",
        "-- audit", "-- assess --truce T1", "-- truces", "-- incidents --side SS", "-- findings --truce T1",
    ];

    [Theory]
    [MemberData(nameof(Queries))]
    public void Bundle_OfTheRecord_HoldsForBoth(string query)
    {
        var bundle = record.Bundle(query);
        var (code, output, error) = record.Verify(bundle);
        // The record has a protected statement that nobody was given, so that no answer is shown to be the whole one.
        // Nor does one that holds some entries show that no later one changes its report.
        Assert.True(code == (query.Contains("--whole --report", StringComparison.Ordinal) ? 0 : 7), error);
        var answer = Assert.Single(JavaScriptVerifier.Verify(bundle));
        Assert.True(answer.Ok, answer.Error);

        // Only counts are recomputed by both; of others the second says so and has a code of its own for that.
        var other = !query.Contains("--report", StringComparison.Ordinal) && !query.Contains("counts", StringComparison.Ordinal);
        Assert.Equal(other ? 8 : code, answer.Code);
        if (!other)
        {
            var root = JsonDocument.Parse(output).RootElement;
            Assert.Equal((answer.Verdict, answer.Headline), (root.GetProperty("verdict").GetString(), root.GetProperty("headline").GetString()));
            Assert.Equal(code == 0, root.GetProperty("holds").GetBoolean());
        }

        // Both went through the same checks and found the same, but for how much of the figure they recompute.
        var ours = JsonDocument.Parse(output).RootElement.GetProperty("checks").EnumerateArray()
            .Select(c => $"{c.GetProperty("check")}: {c.GetProperty("result")}: {c.GetProperty("detail")}".Replace("not_checked", "not checked", StringComparison.Ordinal))
            .Where(c => !c.StartsWith("figure", StringComparison.Ordinal));
        Assert.Equal(ours, answer.Rows.Select(r => $"{r.Check}: {r.Result}: {r.Detail}").Where(c => !c.StartsWith("figure", StringComparison.Ordinal)));
    }

    [Fact]
    public void Figure_OfABundle_IsWhatTheCommandPrints()
    {
        string[] query = ["counts", "--side", "NN", "--act", "attack.air", "--measure", "launched", "--from", "2031-03-09", "--to", "2031-03-13", "--by", "day"];
        var files = BundleZip.Read(record.Bundle("-- " + string.Join(' ', query)));
        Assert.Equal(
            Programs.HoldfireProcess([.. query, "--record", record.Folder, "--format", "json"]).Output,
            System.Text.Encoding.UTF8.GetString(files[BundleFiles.Figure].Span));
    }

    [Fact]
    public void Bundle_MadeTwice_HasTheSameBytes() => Assert.Equal(record.Bundle("--report R3"), record.Bundle("--report R3"));

    [Fact]
    public void Bundle_OfAReport_HoldsWhatBearsOnItAlone()
    {
        var manifest = BundleManifest.Read(BundleZip.Read(record.Bundle("--report R3"))[BundleFiles.Manifest]);
        Assert.False(manifest.Whole);
        var ids = record.Stored().Where(e => manifest.Entries!.Value.Contains(e.Index)).Select(e => e.Entry.Item.Id).ToHashSet();
        Assert.Superset(new HashSet<string> { "R3", "R4", "nn-army", "NN", "X-EAST" }, ids);
        Assert.DoesNotContain("R8", ids);
    }

    [Fact]
    public void Bundle_WithATrustedKeyAndCheckpoint_IsHeldAgainstThem()
    {
        var bundle = record.Bundle("--whole --report R3");
        var key = record.Log.OperatorKey().OrThrow().ToVkey();
        var seen = record.WriteEarlierCheckpoint(20, honest: true);
        var forked = record.WriteEarlierCheckpoint(20, honest: false);
        Check([], 0);
        Check(["--trusted-vkey", key], 0);
        Check(["--trusted-vkey", Path.Combine(record.Folder, "log.vkey"), "--trusted-checkpoint", seen], 0);
        Check(["--trusted-checkpoint", Path.Combine(record.Folder, "checkpoint")], 0);
        Check(["--trusted-vkey", SampleKeys.Signer(SampleKeys.Origin, Record.Tlog.SignatureKind.Ed25519, 77).Verifier.ToVkey()], 2, "log.vkey: expected the trusted key");
        Check(["--trusted-checkpoint", forked], 2, "the log forked: its first 20 entries have another root");

        void Check(string[] options, int expected, string words = "")
        {
            var (code, _, error) = record.Verify(bundle, options);
            Assert.Equal(expected, code);
            Assert.Contains(words, error, StringComparison.Ordinal);
            var answer = JavaScriptVerifier.Verify(options, [bundle])[0];
            Assert.Equal(expected == 0, answer.Ok);
            Assert.Contains(words, answer.Error ?? "", StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("--report R99", "expected the id of a report in the record, found 'R99'")]
    [InlineData("", "expected --report ID or a query after --, found neither")]
    [InlineData("--report R1 -- truces", "found both")]
    [InlineData("-- documents", "found 'documents'")]
    [InlineData("-- assess --verdicts limits.yaml", "found '--verdicts'")]
    [InlineData("-- findings --rules own.yaml", "found '--rules'")]
    [InlineData("-- counts --side @args", "--side: expected PARTY, found '@args'")]
    [InlineData("-- counts --side QQ --act attack --measure launched --from 2031-03-09 --to 2031-03-13", "--side: expected one of NN, SS; found 'QQ'")]
    public void Create_OfWhatIsNotThere_SaysSoAndWritesNothing(string query, string expected)
    {
        var (code, _, error, path) = record.TryBundle(query);
        Assert.Equal(2, code);
        Assert.Contains(expected, error, StringComparison.Ordinal);
        Assert.False(File.Exists(path));
    }
}

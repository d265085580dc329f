using Holdfire.Record.Bundles;
using Holdfire.Record.Entries;
using Holdfire.Record.Log;
using Holdfire.Record.Tlog;

namespace Holdfire.Bundles.Tests;

/// <summary>What a source lets nobody hand on is in no bundle, whoever corrects what to whose; and the rest makes bundles that hold.</summary>
public sealed class HandedOnTests : IDisposable
{
    private const string Words = "WORDS THAT NOBODY MAY HAND ON";
    private const string Shut = """{"grade":"C","id":"shut","kind":"news_desk","name":"Shut","party":"NN","redistribution":"no","scope":"X-ALL"}""";
    private readonly string root = Directory.CreateTempSubdirectory("holdfire-handed-on-").FullName;

    public void Dispose() => Directory.Delete(root, recursive: true);

    [Fact]
    public async Task CorrectionThatNamesAShutSource_StopsNoBundle_AndItsWordsAreInNone()
    {
        // R10 says that it is in R8.
        var river = MadeRecord.River.Plus(EntryKind.Source, Shut);
        var content = river.Items.First(i => i.Content.Contains("\"R8\"", StringComparison.Ordinal)).Content;
        await Write(river.Plus(Correction(river.LeafOf(EntryKind.Report, "R8"), Closed(content, "nn-army"))));
        Assert.Equal("without 3 that their sources (shut) do not let anyone hand on, 1 of them since they name such", Made(MadeRecord.Counts));
        Assert.Equal("without 2 that their sources (shut) do not let anyone hand on", Report("R10", 7));
        Assert.Equal("without 2 that their sources (shut) do not let anyone hand on", Report("R7", 7));
        var (code, _, error) = Create("--report", "R8");
        Assert.Equal(2, code);
        Assert.Contains("found R8, of which a version is of a source with redistribution: no", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ClaimOfAShutSource_CorrectedToAnother_StaysOutWithAllItsVersions()
    {
        var river = MadeRecord.River.Plus(EntryKind.Source, Shut);
        var content = river.Items.First(i => i.Content.Contains("\"R8\"", StringComparison.Ordinal)).Content.Replace("\"R8\"", "\"Z8\"", StringComparison.Ordinal);
        river = river.Plus(EntryKind.Report, Closed(content, "nn-army"));
        var first = Correction(river.LeafOf(EntryKind.Report, "Z8"), content);
        var second = Correction(Leaf(first), content.Replace("\"7\"", "\"9\"", StringComparison.Ordinal));
        await Write(river.Plus(first, second, MadeRecord.Entry(EntryKind.Withdrawal, $$"""{"of":"{{Leaf(second)}}","reason":"misread"}""")));
        Assert.Equal("without 4 that their sources (shut) do not let anyone hand on", Made(MadeRecord.Counts));
        Assert.Equal("without 4 that their sources (shut) do not let anyone hand on", Report("R7", 7));
    }

    [Fact]
    public async Task WhatNamesAClaimThatStaysOut_StaysOutOfAnAnswer_AndSoOn()
    {
        var river = MadeRecord.River.Plus(EntryKind.Source, Shut).With(EntryKind.Report, "R9", "source", "\"shut\"").With(EntryKind.Report, "R9", "narrative", $"\"{Words}\"")
            .With(EntryKind.Report, "R8", "quotes", "\"R9\"").With(EntryKind.Report, "R7", "denies", "\"R8\"")
            .Plus(EntryKind.Pin, """{"by":"duty officer","id":"P1","reason":"two craters","not_same":["S1","R7"]}""");
        await Write(river);

        // R8, R10 that is in it, R7 and the pin.
        Assert.Equal("without 5 that their sources (shut) do not let anyone hand on, 4 of them since they name such", Made(MadeRecord.Counts));
    }

    private static string Closed(string content, string source) =>
        content.Replace($"\"{source}\"", "\"shut\"", StringComparison.Ordinal).Replace("{", $"{{\"narrative\":\"{Words}\",", StringComparison.Ordinal);

    private static byte[] Correction(string of, string item) =>
        MadeRecord.Entry(EntryKind.Correction, $$"""{"item":{{item}},"kind":"report","of":"{{of}}","reason":"misread"}""");

    private static string Leaf(byte[] entry) => Convert.ToHexStringLower(MerkleHash.OfLeaf(entry).ToArray());

    private async Task Write(MadeRecord made)
    {
        using var key = SampleKeys.Operator;
        await using var log = RecordLog.Create(Path.Combine(root, "record"), key);
        await log.AppendManyAsync([.. made.Entries().Select(e => (ReadOnlyMemory<byte>)e)], TestContext.Current.CancellationToken);
    }

    // What is said to be left out of a bundle for counts that both verifiers take as "at least".
    private string Made(string query) => Checked(["--", "counts", .. query.Split(' ')], 7);

    private string Report(string id, int code) => Checked(["--report", id], code);

    private string Checked(string[] words, int code)
    {
        var (created, output, error) = Create(words);
        Assert.True(created == 0, error);
        var bundle = File.ReadAllBytes(Path.Combine(root, "a.zip"));
        Assert.DoesNotContain(BundleZip.Read(bundle), f => System.Text.Encoding.UTF8.GetString(f.Value.Span).Contains(Words, StringComparison.Ordinal));
        Assert.Equal((code, (string?)null), InProcess.Look(bundle));
        Assert.Equal(code, JavaScriptVerifier.Verify(bundle)[0].Code);
        return System.Text.RegularExpressions.Regex.Match(output, "without .*(?=, [0-9]+ bytes, for )").Value;
    }

    private (int Code, string Output, string Error) Create(params string[] words)
    {
        var path = Path.Combine(root, "a.zip");
        File.Delete(path);
        return Programs.Holdfire(["bundle", "create", "--record", Path.Combine(root, "record"), "--out", path, .. words]);
    }
}

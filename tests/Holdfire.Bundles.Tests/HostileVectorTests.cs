namespace Holdfire.Bundles.Tests;

/// <summary>One list of hostile bundles, for the command line and for the JavaScript verifier.</summary>
public sealed class HostileVectorTests
{
    [Fact]
    public void Numbers_ThatAreMissing_AreCountedByBoth()
    {
        byte[] Numbered(int number) => RawEntry.Of(
            $$"""{"act":"attack.air","count":"1","from":"2031-03-12","id":"N{{number}}","measure":"launched","precision":"day","source":"nn-desk","to":"2031-03-12","zone":"UTC"}""",
            Record.Entries.EntryKind.Report, number: $"\"{number}\"");
        var bundle = MadeRecord.River.Plus(Numbered(1), Numbered(4), Numbered(5)).Bundle().Zip();
        const string Expected = "source nn-desk, submitted by clerk: numbers 1..5, 2 missing";
        Assert.Contains(("numbers", "not checked", Expected), JavaScriptVerifier.Verify(bundle)[0].Rows);
        var checks = new Record.Bundles.BundleChecks();
        Record.Bundles.BundleVerifier.Verify(bundle, Record.Bundles.BundleTrust.None, checks);
        Assert.Contains(new Record.Bundles.BundleCheck("numbers", Record.Bundles.BundleResult.NotChecked, Expected), checks.All);
    }

    [Fact]
    public void SetAside_IsNamedByBoth_AndInTheHeadline()
    {
        var report = MadeRecord.River.LeafOf(Record.Entries.EntryKind.Report, "R7");
        var made = MadeRecord.River.Plus(RawEntry.ByRegistrar($$"""{"of":"{{report}}","reason":"a test entry"}""", Record.Entries.EntryKind.SetAside));
        var bundle = made.Bundle().Zip();
        var last = made.Entries().Length - 1;
        var theirs = JavaScriptVerifier.Verify(bundle)[0];
        var checks = new Record.Bundles.BundleChecks();
        Record.Bundles.BundleVerifier.Verify(bundle, Record.Bundles.BundleTrust.None, checks);
        var ours = Assert.Single(checks.All, c => c.Check == "set aside");
        Assert.EndsWith($", report R7: the registrar left it out by entry {last}: a test entry", ours.Detail, StringComparison.Ordinal);
        Assert.Contains(("set aside", "not checked", ours.Detail), theirs.Rows);
        Assert.EndsWith("Set aside by the registrar, and not in it: 1, each named above.", theirs.Headline, StringComparison.Ordinal);
        Assert.Equal(Record.Bundles.BundleVerdicts.Headline(Record.Bundles.BundleVerdict.Holds, checks), theirs.Headline);
    }

    [Fact]
    public void TwoBundlesOfOneCheckpoint_WithAndWithoutADisclosedContent_DoNotBothHold()
    {
        var vectors = HostileVectors.Withheld().ToDictionary(v => v.Name, v => v.Bundle);
        var (open, closed) = (vectors["a protected report, disclosed"], vectors["a protected report of the same checkpoint, left out"]);
        Assert.Equal(Record.Bundles.BundleZip.Read(open)["checkpoint"].ToArray(), Record.Bundles.BundleZip.Read(closed)["checkpoint"].ToArray());
        Assert.NotEqual(Counted(open), Counted(closed));

        var theirs = JavaScriptVerifier.Verify(open, closed);
        var checks = new Record.Bundles.BundleChecks();
        var contents = Record.Bundles.BundleVerifier.Verify(closed, Record.Bundles.BundleTrust.None, checks);
        var verdict = Record.Bundles.BundleVerdicts.Of(contents, recomputed: true);
        Assert.Equal((Record.Bundles.BundleVerdict.AtLeast, "holds", "at_least"), (verdict, theirs[0].Verdict, theirs[1].Verdict));
        Assert.EndsWith(" Protected contents that are not in it: 1, each named above.", theirs[1].Headline, StringComparison.Ordinal);
        Assert.Equal(Record.Bundles.BundleVerdicts.Headline(verdict, checks), theirs[1].Headline);
        var said = Assert.Single(checks.All, c => c.Check == "withheld");
        Assert.Contains(("withheld", "not checked", said.Detail), theirs[1].Rows);
        Assert.DoesNotContain(theirs[0].Rows, r => r.Check == "withheld");

        static string Counted(byte[] bundle) =>
            System.Text.Json.Nodes.JsonNode.Parse(Record.Bundles.BundleZip.Read(bundle)["figure.json"].Span)!["rows"]!.ToJsonString();
    }

    [Fact]
    public void WhatIsLeftOutInReading_IsNamedInTheFigureThatBothGive()
    {
        var river = MadeRecord.River;
        string Of(string report) => river.LeafOf(Record.Entries.EntryKind.Report, report);
        var index = Enumerable.Range(0, river.Entries().Length).First(i => Convert.ToHexStringLower(Record.Tlog.MerkleHash.OfLeaf(river.Entries()[i]).ToArray()) == Of("R8"));
        var content = river.Items.First(i => i.Content.Contains("\"R8\"", StringComparison.Ordinal)).Content;
        var bundle = river.Plus(
            MadeRecord.Entry(Record.Entries.EntryKind.Report, content.Replace("\"R8\"", $"\"R8@{index}\"", StringComparison.Ordinal)),
            MadeRecord.Entry(Record.Entries.EntryKind.Withdrawal, $$"""{"of":"{{Of("R9")}}","published":"garbage","reason":"misread"}"""),
            MadeRecord.Entry(Record.Entries.EntryKind.Correction, $$"""{"item":{{content.Replace("\"7\"", "\"8\"", StringComparison.Ordinal)}},"kind":"report","of":"{{Of("R8")}}","published":"2031-03-12T20:00Z","reason":"more came in"}""")).Bundle();
        var figure = System.Text.Json.Nodes.JsonNode.Parse(bundle["figure.json"])!;
        var first = river.Entries().Length;
        Assert.Equal(
            [
                $"{first} report R8@{index} reader: expected an id that is not the name of a former version, found 'R8@{index}'",
                $"{first + 1} withdrawal  reader: published: expected an instant such as 2030-05-11T00:00Z, found something else",
            ],
            figure["coordinates"]!["set_aside"]!.AsArray().Select(a => $"{a!["entry"]} {a["kind"]} {a["id"]} {a["by"]}: {a["reason"]}"));
        Assert.Equal(0, InProcess.Look(bundle.Zip()).Code);
        Assert.Equal(0, JavaScriptVerifier.Verify(bundle.Zip())[0].Code);
    }

    [Fact]
    public void EveryVector_GetsItsCodeFromBoth()
    {
        var vectors = HostileVectors.All().ToArray();
        var answers = JavaScriptVerifier.Verify([.. vectors.Select(v => v.Bundle)]);
        var wrong = new List<string>();
        foreach (var ((name, expected, bundle), theirs) in vectors.Zip(answers))
        {
            var (code, error) = InProcess.Look(bundle);
            var stumbled = theirs.Error?.Contains("could not be checked", StringComparison.Ordinal) == true;
            if (code != expected || theirs.Code != expected || stumbled)
            {
                wrong.Add($"{name}: expected {expected}, found {code} ({error}) and {theirs.Code} ({theirs.Error ?? theirs.Rows[^1].Detail})");
            }
        }

        Assert.True(wrong.Count == 0, $"{wrong.Count} of {vectors.Length}:\n{string.Join('\n', wrong)}");
        Assert.True(vectors.Length > 250);
    }
}

namespace Holdfire.Cli.Tests.Records;

public sealed class RecordErrorTests
{
    [Fact]
    public void WrongInput_GetsOneClearLineAndChangesNothing()
    {
        using var record = new RecordOfCase();
        var folder = record.Folder;
        var bad = record.Write("bad.yaml", "id: R1\nsource: nobody\nact: attack\nmeasure: launched\ncount: about forty\nprecision: day\nzone: America/Bogota\nfrom: 2031-03-01\nto: 2031-03-01\n");
        var list = record.Write("list.yaml", "- a\n- b\n");
        record.Refused(2, "no folder of that name", "record", "verify", "/no/such/record");
        record.Refused(2, "expected https, found http", "record", "verify", "http://records.example/harvest");
        record.Refused(2, "expected a new or empty folder", "record", "init", folder);
        record.Refused(2, "expected a name without white space", "record", "init", folder + "2", "--origin", "two words");
        record.Refused(2, "hidden characters", "record", "init", folder + "2", "--origin", "records.example/\u202etsevrah");
        record.Refused(2, "found 'records.example/h\\u200barvest'", "record", "init", folder + "2", "--origin", "records.example/h\u200barvest");
        record.Refused(2, "found 'ar\\u200bmy'", "record", "keys", "new", "ar\u200bmy", "--out", folder + ".new-key");
        record.Refused(2, "hidden characters", "witness", "init", "--state", folder + ".w", "--key", folder + ".k", "--name", "w\u202e");
        record.Refused(2, "an id without hidden characters", "record", "append", folder, "--kind", "report", "--file", record.Write("hid.yaml", "id: \"R\\u200b1\"\n"));
        record.Refused(2, "expected one of", "record", "append", folder, "--kind", "rumour", "--file", bad);
        record.Refused(2, "bad.yaml", "record", "append", folder, "--kind", "report", "--file", bad);
        record.Refused(2, "expected a count", "record", "append", folder, "--kind", "report", "--file", bad);
        record.Refused(2, "expected one map", "record", "append", folder, "--kind", "report", "--file", list);
        record.Refused(2, "found none of that name", "record", "append", folder, "--kind", "report", "--file", "/no/such/file");
        record.Refused(2, "expected --reason TEXT", "record", "append", folder, "--withdraws", "S-2031-03-01");
        record.Refused(2, "expected an index or the id", "record", "append", folder, "--withdraws", "S-none", "--reason", "x");
        record.Refused(2, "with a protected content", "record", "append", folder, "--erases", "5", "--reason", "x");
        record.Refused(2, "with a protected content", "record", "disclose", folder, "5");
        record.Refused(2, "expected an index under", "record", "show", folder, "99999");
        record.Refused(2, "expected a size from 0", "record", "prove", folder, "--since", "99999");
        record.Refused(2, "neither or both", "record", "prove", folder);
        record.Refused(2, "no file '/no/such'", "record", "verify", folder, "--trusted-checkpoint", "/no/such");
        record.Refused(2, "expected --record DIR", "import", "case", record.Case.Folder, "--case", record.Case.Folder);
        record.Refused(2, "entry", "record", "append", folder, "--withdraws", "nn-army", "--reason", "the reports name it");
    }

    [Fact]
    public void Keys_OfAnother_AreRefused()
    {
        using var record = new RecordOfCase();
        using var other = new RecordOfCase();
        var keys = Path.Combine(other.Private, "keys");
        record.Refused(
            2, "expected", "record", "append", record.Folder, "--withdraws", "S-2031-03-01", "--reason", "x", "--operator-key", Path.Combine(keys, "operator.key"));
        record.Refused(
            2, "registered before", "record", "append", record.Folder, "--withdraws", "S-2031-03-01", "--reason", "x", "--key", Path.Combine(keys, "clerk.key"));
        record.Refused(
            2, "expected the registrar", "record", "keys", "register", record.Folder,
            RecordOfCase.Good("record", "keys", "new", "x", "--out", Path.Combine(keys, "x.key")).Trim(), "--key", Path.Combine(record.Private, "keys", "clerk.key"));
    }

    [Fact]
    public void Query_OfATouchedRecord_IsRefused()
    {
        using var record = new RecordOfCase();
        var bundle = Directory.GetFiles(Path.Combine(record.Folder, "tile", "entries"), "*", SearchOption.AllDirectories)
            .OrderByDescending(f => new FileInfo(f).Length).First();
        var bytes = File.ReadAllBytes(bundle);
        bytes[^20] ^= 1;
        File.WriteAllBytes(bundle, bytes);
        Assert.Equal(5, Cli.Run("record", "verify", record.Folder).ExitCode);
        Assert.Equal(5, Cli.Run("record", "fsck", record.Folder).ExitCode);
        Assert.Equal(5, Cli.Run("truces", "--record", record.Folder).ExitCode);
        Assert.Equal(5, Cli.Run("record", "append", record.Folder, "--withdraws", "S-2031-03-01", "--reason", "x").ExitCode);
    }

    [Theory]
    [InlineData("checkpoint")]
    [InlineData("tile/0")]
    [InlineData("tile/entries")]
    [InlineData("backup")]
    public void Append_ToAnAlteredRecord_IsRefusedAsTouched(string what)
    {
        using var record = new RecordOfCase();
        string[] append = ["record", "append", record.Folder, "--withdraws", "S-2031-03-01", "--reason", "x"];
        var path = Path.Combine(record.Folder, what);
        if (what == "backup")
        {
            var old = Directory.GetFiles(record.Folder, "*", SearchOption.AllDirectories).Select(f => (Path: f, Bytes: File.ReadAllBytes(f))).ToArray();
            RecordOfCase.Good(append);
            foreach (var file in old)
            {
                File.WriteAllBytes(file.Path, file.Bytes);
            }
        }
        else
        {
            var file = File.Exists(path) ? path : Directory.GetFiles(path, "*", SearchOption.AllDirectories).OrderByDescending(f => new FileInfo(f).Length).First();
            var bytes = File.ReadAllBytes(file);
            bytes[^20] ^= 1;
            File.WriteAllBytes(file, bytes);
        }

        var run = Cli.Run(append);
        Assert.True(run.ExitCode == 5, $"{run.ExitCode}: {run.Error}");
    }

    [Fact]
    public void Verify_Untouched_SaysWhatItDidNotCheck()
    {
        using var record = new RecordOfCase();
        var said = RecordOfCase.Good("record", "verify", record.Folder);
        Assert.Contains("not checked against an earlier checkpoint", said, StringComparison.Ordinal);
        Assert.Contains("the operator's key in the record itself", said, StringComparison.Ordinal);
        var kept = record.Write("kept", File.ReadAllText(Path.Combine(record.Folder, "checkpoint")));
        RecordOfCase.Good("record", "append", record.Folder, "--withdraws", "S-2031-03-01", "--reason", "x");
        var again = RecordOfCase.Good("record", "verify", record.Folder, "--trusted-checkpoint", kept, "--trusted-vkey", Path.Combine(record.Folder, "log.vkey"));
        Assert.Contains("\nchecked against an earlier checkpoint", again, StringComparison.Ordinal);
    }
}

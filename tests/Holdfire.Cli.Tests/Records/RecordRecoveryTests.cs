using Holdfire.Cli.Commands.Records;
using Holdfire.Record;
using Holdfire.Record.Log;
using Holdfire.Record.Tlog;

namespace Holdfire.Cli.Tests.Records;

/// <summary>A record whose beginning was cut short, whose journal rotted, or which is an old copy.</summary>
public sealed class RecordRecoveryTests : IDisposable
{
    private readonly DirectoryInfo root = Directory.CreateTempSubdirectory("holdfire-recovery-");

    private string Folder => Path.Combine(root.FullName, "harvest");

    private string Keys => Path.Combine(Folder + ".private", "keys");

    public void Dispose() => root.Delete(recursive: true);

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Init_CutShortWithSomeKeys_GoesOnWithThem(int keys)
    {
        Directory.CreateDirectory(Keys);
        File.WriteAllText(Path.Combine(Keys, "beginning"), "");
        var names = new[] { ("operator.key", "record.local/harvest"), ("registrar.key", "registrar"), ("clerk.key", "clerk") };
        foreach (var (file, name) in names.Take(keys))
        {
            using var key = NoteSigner.Generate(name, SignatureKind.Ed25519);
            KeyFile.Write(Path.Combine(Keys, file), key);
        }

        Finish();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Init_CutShortWithAnEmptyLog_EntersWhatIsMissing(bool marked)
    {
        RecordOfCase.Good("record", "init", Folder);
        Directory.Delete(Folder, recursive: true);
        Directory.Delete(Path.Combine(Folder + ".private", "journal"), recursive: true);
        File.Delete(Path.Combine(Folder + ".private", "signed"));
        using (var key = KeyFile.Read(Path.Combine(Keys, "operator.key")).Value)
        {
            await RecordLog.Create(Folder, key).DisposeAsync();
        }

        // Earlier versions left no mark.
        if (marked)
        {
            File.WriteAllText(Path.Combine(Keys, "beginning"), "");
        }

        Finish();
    }

    [Fact]
    public void Init_WithTheKeysOfARecordThatIsGone_IsRefused()
    {
        RecordOfCase.Good("record", "init", Folder);
        Directory.Delete(Folder, recursive: true);
        var run = Cli.Run("record", "init", Folder);
        Assert.Equal(2, run.ExitCode);
        Assert.Contains("expected no keys, found those of a record", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Recover_OfALostJournal_NeedsConsent()
    {
        RecordOfCase.Good("record", "init", Folder);
        Directory.Delete(Path.Combine(Folder + ".private", "journal"), recursive: true);
        File.Delete(Path.Combine(Folder + ".private", "signed"));
        var run = Cli.Run("record", "recover", Folder);
        Assert.Equal(2, run.ExitCode);
        Assert.Contains("--yes", run.Error, StringComparison.Ordinal);
        Assert.Contains("the journal is whole", RecordOfCase.Good("record", "recover", Folder, "--yes"), StringComparison.Ordinal);
        RecordOfCase.Good("record", "recover", Folder);
        RecordOfCase.Good("record", "verify", Folder);
    }

    [Fact]
    public void Journal_ThatRotted_IsNamedByFsckAndVerify_AndLocksNothing()
    {
        RecordOfCase.Good("record", "init", Folder);
        var file = Directory.EnumerateFiles(Path.Combine(Folder + ".private", "journal"), "0*").Single();
        File.WriteAllBytes(file, new byte[4096]);
        foreach (var command in new[] { "fsck", "verify" })
        {
            var run = Cli.Run("record", command, Folder);
            Assert.Equal(5, run.ExitCode);
            Assert.Contains(Path.GetFileName(file), run.Error, StringComparison.Ordinal);
        }

        RecordOfCase.Good("record", "recover", Folder);
        RecordOfCase.Good("record", "fsck", Folder);
        RecordOfCase.Good("record", "verify", Folder);
    }

    [Fact]
    public void KeyElsewhere_KeepsHowFarItSignedBesideItself()
    {
        RecordOfCase.Good("record", "init", Folder);
        var key = Path.Combine(root.FullName, "operator.key");
        File.Move(Path.Combine(Keys, "operator.key"), key);
        var other = Path.Combine(root.FullName, "other");
        File.WriteAllText(other, "another file");
        File.CreateSymbolicLink(key + ".signed.new", other);
        RecordOfCase.Good("record", "recover", Folder, "--operator-key", key);
        Assert.StartsWith("holdfire/signed/1 closed", File.ReadAllText(key + ".signed"), StringComparison.Ordinal);
        Assert.Equal("another file", File.ReadAllText(other));
    }

    [Fact]
    public void ErrorOfTheFileSystem_IsExitCodeFour()
    {
        RecordOfCase.Good("record", "init", Folder);
        var inTheWay = Path.Combine(Folder + ".private", "journal", "lock");
        File.Delete(inTheWay);
        Directory.CreateDirectory(inTheWay);
        var run = Cli.Run("record", "keys", "revoke", Folder, "0000", "--reason", "x");
        Assert.True(run.ExitCode == 4, run.Error);
        Assert.IsType<IOException>(RecordInput.Refusal(new RecordException(RecordError.Invalid("log", "", "no space left"), new IOException("no space left"))));
    }

    private void Finish()
    {
        RecordOfCase.Good("record", "init", Folder);
        RecordOfCase.Good("record", "verify", Folder);
        Assert.False(File.Exists(Path.Combine(Keys, "beginning")));
        Assert.Equal(2, LogReader.Open(Folder).Value.Size);
        Assert.Contains("expected a new or empty folder", Cli.Run("record", "init", Folder).Error, StringComparison.Ordinal);
    }
}

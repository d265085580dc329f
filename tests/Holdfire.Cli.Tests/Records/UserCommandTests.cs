using System.Text.Json;

namespace Holdfire.Cli.Tests.Records;

/// <summary>Accounts of people and keys of programs, beside a record.</summary>
public sealed class UserCommandTests : IDisposable
{
    private readonly DirectoryInfo home = Directory.CreateTempSubdirectory("holdfire-users-");
    private readonly string record;

    public UserCommandTests()
    {
        record = Path.Combine(home.FullName, "record");
        Done(Cli.Run("record", "init", record, "--origin", "records.example/users"));
    }

    private string AccountsFile => Path.Combine(record + ".private", "accounts.sqlite");

    [Fact]
    public void Add_PrintsACodeOnceAndKeepsItsHashAlone()
    {
        var run = Run("add", "anna", "--role", "duty-officer", "--format", "json");
        Done(run);
        var code = JsonDocument.Parse(run.Output).RootElement.GetProperty("code").GetString()!;
        Assert.Matches("^([0-9A-HJKMNP-TV-Z]{4}-){6}[0-9A-HJKMNP-TV-Z]{4}$", code);
        Assert.DoesNotContain(code, BytesOfAccounts(), StringComparison.Ordinal);
        var listed = JsonDocument.Parse(Run("list", "--format", "json").Output).RootElement.GetProperty("users")[0];
        Assert.Equal(("anna", "duty-officer", 0), (listed.GetProperty("name").GetString(), listed.GetProperty("role").GetString(), listed.GetProperty("signs_in").GetArrayLength()));
    }

    [Fact]
    public void File_LiesInThePrivateFolderAndItsOwnerAloneReadsIt()
    {
        Done(Run("add", "anna", "--role", "monitor"));
        Assert.DoesNotContain(Directory.EnumerateFiles(record, "*", SearchOption.AllDirectories), f => f.Contains("accounts", StringComparison.Ordinal));
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(AccountsFile));
            File.SetUnixFileMode(AccountsFile, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead);
            Refused(Run("list"), "mode 0600", "chmod 600");
        }
    }

    [Fact]
    public void Add_OfWhatCannotBe_IsOneClearLine()
    {
        Done(Run("add", "anna", "--role", "monitor"));
        Refused(Run("add", "anna", "--role", "analyst"), "'anna'", "nobody has yet");
        Refused(Run("add", "Anna", "--role", "monitor"), "a–z");
        Refused(Run("add", ".anna", "--role", "monitor"), "letter or digit");
        Refused(Run("add", "bo", "--role", "king"), "'king'", "duty-officer");
        Refused(Run("add", "bo", "--role", "party"), "--party");
        Refused(Run("role", "anna", "--role", "party", "--party", "AA"), "record");
        Refused(Run("reset", "nobody"), "'nobody'", "user list");
        Refused(Run("key", "add", "nobody"), "'nobody'");
        Refused(Run("key", "add", "anna", "--until", "2001-01-01"), "--until");
        Refused(Run("key", "revoke", "k-00000000"), "key list");
        Refused(Cli.Run("user", "list", "--record", Path.Combine(home.FullName, "none")), "no folder of that name");
        Directory.Move(record + ".private", record + ".elsewhere");
        Refused(Run("list"), "this is a copy");
        Assert.Equal(1, Cli.Run("user", "add", "bo", "--role", "monitor").ExitCode);
    }

    [Fact]
    public void Party_HasToBeOneOfTheCase()
    {
        Done(Cli.Run("import", "case", Path.Combine(Cli.Root, "cases", "practice-line"), "--record", record, "--yes"));
        Refused(Run("add", "bo", "--role", "party", "--party", "XX"), "'XX'", "ORD");
        Refused(Run("add", "bo", "--role", "monitor", "--party", "ORD"), "delegates alone");
        Done(Run("add", "bo", "--role", "party", "--party", "ORD"));
        Assert.Contains("ORD", Run("list").Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Key_IsShownOnceAndNotKept()
    {
        Done(Run("add", "anna", "--role", "monitor"));
        var run = Run("key", "add", "anna", "--name", "QGIS at the office", "--until", "2199-12-31", "--format", "json");
        Done(run);
        var key = JsonDocument.Parse(run.Output).RootElement;
        var secret = key.GetProperty("secret").GetString()!;
        Assert.StartsWith("hf_", secret, StringComparison.Ordinal);
        Assert.DoesNotContain(secret, BytesOfAccounts(), StringComparison.Ordinal);
        var list = Run("key", "list");
        Assert.DoesNotContain(secret, list.Output, StringComparison.Ordinal);
        Assert.Contains("QGIS at the office", list.Output, StringComparison.Ordinal);
        Done(Run("key", "revoke", key.GetProperty("key").GetString()!));
        var revoked = JsonDocument.Parse(Run("key", "list", "--format", "json").Output).RootElement.GetProperty("keys")[0];
        Assert.NotEqual(JsonValueKind.Null, revoked.GetProperty("revoked").ValueKind);
    }

    [Fact]
    public void Reset_MakesAnotherCode_AndRemoveTakesTheKeysToo()
    {
        var first = Run("add", "anna", "--role", "monitor");
        Done(Run("key", "add", "anna"));
        var second = Run("reset", "anna");
        Done(second);
        Assert.NotEqual(first.Output, second.Output);
        Done(Run("sign-out", "anna"));
        Done(Run("role", "anna", "--role", "analyst"));
        Assert.Contains("analyst", Run("list").Output, StringComparison.Ordinal);
        Done(Run("remove", "anna"));
        Assert.DoesNotContain("anna", Run("key", "list").Output, StringComparison.Ordinal);
        Refused(Run("remove", "anna"), "'anna'");
    }

    // What is labelled named:anna is shown to whoever has the name.
    [Fact]
    public void Name_ThatWasRemoved_IsNeverGivenAgain()
    {
        Done(Run("add", "anna", "--role", "monitor"));
        Done(Run("remove", "anna"));
        Refused(Run("add", "anna", "--role", "monitor"), "'anna', whose account was removed", "nobody has had");
        Refused(Run("add", "anna", "--role", "public"), "'anna', whose account was removed");
        Done(Run("add", "anna.b", "--role", "monitor"));
        Assert.DoesNotContain("\"anna\"", Run("list", "--format", "json").Output, StringComparison.Ordinal);
    }

    [Fact]
    public void File_OfTheFirstVersion_IsTakenOn()
    {
        Done(Run("add", "anna", "--role", "monitor"));
        InFile("DROP TABLE ClosedNames");
        InFile("PRAGMA user_version = 1");
        Done(Run("add", "bo", "--role", "monitor"));
        Assert.Contains("anna", Run("list").Output, StringComparison.Ordinal);
        Done(Run("remove", "anna"));
        Refused(Run("add", "anna", "--role", "monitor"), "whose account was removed");
    }

    [Fact]
    public void Serve_SaysWhatAuthAndTipsNeed()
    {
        var folder = Path.Combine(Cli.Root, "cases", "practice-line");
        Refused(Cli.Run("serve", "--case", folder, "--auth", "on"), "--auth on", "--record");
        Refused(Cli.Run("serve", "--case", folder, "--tips", "on"), "--tips on", "--record");
        Refused(Cli.Run("serve", "--case", folder, "--intake-audience", "mission"), "--intake-audience", "--record");
        Refused(Cli.Run("serve", "--record", record, "--intake-audience", "everybody"), "--intake-audience", "party:ID");
        Assert.Equal(1, Cli.Run("serve", "--record", record, "--auth", "maybe").ExitCode);
        Done(Cli.Run("import", "case", folder, "--record", record, "--yes"));
        Refused(Cli.Run("serve", "--record", record, "--tips", "on"), "--auth on");
        var first = Cli.Run("serve", "--record", record, "--auth", "on", "--tips", "on");
        Assert.Contains("made and registered the key", first.Error, StringComparison.Ordinal);
        Refused(Cli.Run("serve", "--record", record, "--auth", "on", "--tips", "on"), "'tips' of grade F", "no such source");
        Directory.Move(record + ".private", record + ".elsewhere");
        Refused(Cli.Run("serve", "--record", record, "--auth", "on"), "this is a copy");
    }

    [Fact]
    public void File_OfANewerVersion_IsLeftAlone()
    {
        Done(Run("add", "anna", "--role", "monitor"));
        InFile("PRAGMA user_version = 99");
        Refused(Run("list"), "version 99");
        File.WriteAllText(AccountsFile, new string('x', 4096));
        Refused(Run("list"), "a file of accounts");
    }

    private void InFile(string statement)
    {
        using var connection = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={AccountsFile};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The tests' own words.
        command.CommandText = statement;
#pragma warning restore CA2100
        command.ExecuteNonQuery();
    }

    public void Dispose() => home.Delete(recursive: true);

    private CliRun Run(params string[] words) => Cli.Run(["user", .. words, "--record", record]);

    private string BytesOfAccounts() => System.Text.Encoding.Latin1.GetString(File.ReadAllBytes(AccountsFile));

    private static void Done(CliRun run) => Assert.True(run.ExitCode == 0, run.Error);

    private static void Refused(CliRun run, params string[] parts)
    {
        Assert.Equal(2, run.ExitCode);
        Assert.Equal("", run.Output);
        Assert.Single(run.Error.TrimEnd('\n').Split('\n'));
        Assert.All(parts, p => Assert.Contains(p, run.Error, StringComparison.Ordinal));
    }
}

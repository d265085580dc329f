using System.Diagnostics;
using System.Globalization;
using Holdfire.Cli.Tests.Records;

namespace Holdfire.Cli.Tests;

/// <summary>What only a process has: exit codes, streams of bytes, a pipe, hash seeds of its own. All else is asked in this process.</summary>
public sealed class ProcessTests
{
    private static string Practice => Path.Combine(Cli.Root, "cases", "practice-line");

    [Theory]
    [InlineData(0, "", "--version")]
    [InlineData(1, "holdfire: see holdfire --help", "no-such-command")]
    [InlineData(2, "found no folder of the name", "truces", "--case", "no-such-folder")]
    [InlineData(4, "expected a file in a folder that is there", "report", "--out", "no-such-folder/report.html", "--case", "PRACTICE")]
    public void ExitCode_IsThatOfTheProcess_AndErrorsGoToStandardErrorAlone(int code, string error, params string[] arguments)
    {
        var run = Cli.RunProcess([.. arguments.Select(a => a == "PRACTICE" ? Practice : a)]);
        Assert.Equal(code, run.ExitCode);
        Assert.Contains(error, run.Error, StringComparison.Ordinal);
        Assert.Equal(code == 0, run.Output.Length > 0);
        Assert.Equal(code == 0, run.Error.Length == 0);
    }

    [Theory]
    [InlineData("truces", "--now", "2031-03-12T00:00Z")]
    [InlineData("truces", "--now", "2031-03-12T00:00Z", "--format", "json")]
    [InlineData("findings", "--format", "json")]
    [InlineData("talks", "--format", "csv")]
    public void Answer_OfAProcess_IsThatOfAnyOtherToTheByte(params string[] arguments)
    {
        var run = Cli.RunProcess([.. arguments, "--case", Practice]);
        Assert.Equal(0, run.ExitCode);
        Assert.Equal(Cli.Run([.. arguments, "--case", Practice]).Output, run.Output);
    }

    [Fact]
    public void Output_IsUtf8WithoutAMark_AndLinesEndInALineFeed()
    {
        using var run = Cli.Start("acts", "shelling");
        using var bytes = new MemoryStream();
        run.StandardOutput.BaseStream.CopyTo(bytes);
        run.WaitForExit();
        Assert.NotEqual(0xEF, bytes.ToArray()[0]);
        Assert.DoesNotContain((byte)'\r', bytes.ToArray());
        Assert.Equal((byte)'\n', bytes.ToArray()[^1]);
    }

    [Fact]
    public void Controls_InWhatIsPrinted_AreSpelledOutByTheProcessToo()
    {
        var run = Cli.RunProcess("truces", "--case", "a\u001b[2Kb");
        Assert.Contains("a\\u001b[2Kb", run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain('\u001b', run.Error);
    }

    [Fact]
    public void Append_FromAPipe_EntersWhatComesThroughIt()
    {
        using var record = new RecordOfCase();
        var start = Cli.StartOf(["record", "append", record.Folder, "--kind", "report", "--file", "-"]);
        start.RedirectStandardInput = true;
        using var run = Process.Start(start)!;
        run.StandardInput.Write(
            "{id: PIPED-1, source: ss-army, from: 2031-03-02, to: 2031-03-02, zone: America/Bogota, precision: day, act: attack.air.uav, "
            + "measure: launched, count: 9, areas: X-EAST, alleged_actor: NN}\n");
        run.StandardInput.Close();
        var (output, error) = (run.StandardOutput.ReadToEnd(), run.StandardError.ReadToEnd());
        run.WaitForExit();
        Assert.True(run.ExitCode == 0, error);
        Assert.Contains("report PIPED-1", output, StringComparison.Ordinal);
    }

    // It waits for what never comes through the pipe, and would for good where a signal is left to a command that does not listen for one.
    [Fact]
    public async Task Command_ThatIsToldToEnd_Ends()
    {
        using var record = new RecordOfCase();
        var start = Cli.StartOf(["record", "append", record.Folder, "--kind", "report", "--file", "-"]);
        start.RedirectStandardInput = true;
        using var run = Process.Start(start)!;
        await Task.Delay(TimeSpan.FromSeconds(3), TestContext.Current.CancellationToken);
        Assert.False(run.HasExited);
        using var kill = Process.Start("kill", ["-TERM", run.Id.ToString(CultureInfo.InvariantCulture)]);
        var ended = run.WaitForExit(TimeSpan.FromMinutes(1));
        run.Kill();
        Assert.True(ended);
    }

    [Fact]
    public void CaseNew_WithoutATerminal_AsksNobody()
    {
        var start = Cli.StartOf(["case", "new", Path.Combine(Path.GetTempPath(), $"holdfire-never-{Environment.ProcessId}")]);
        start.RedirectStandardInput = true;
        using var run = Process.Start(start)!;
        run.StandardInput.Close();
        var error = run.StandardError.ReadToEnd();
        run.WaitForExit();
        Assert.Equal(2, run.ExitCode);
        Assert.Contains("no terminal to ask on", error, StringComparison.Ordinal);
    }

    // A command that wrote to the console of the process would be heard by none of the tests, and by no caller but a shell.
    [Fact]
    public void Commands_WriteToTheirTerminal_NeverToTheConsole()
    {
        var sources = Directory.EnumerateFiles(Path.Combine(Cli.Root, "src", "Holdfire.Cli"), "*.cs", SearchOption.AllDirectories)
            .Where(f => Path.GetFileName(f) != "Terminal.cs")
            .Where(f => File.ReadAllText(f).Replace("AnsiConsole.", "", StringComparison.Ordinal).Replace("Spectre.Console", "", StringComparison.Ordinal)
                .Contains("Console.", StringComparison.Ordinal));
        Assert.Empty(sources);
    }
}

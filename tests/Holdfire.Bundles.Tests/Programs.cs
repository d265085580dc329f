using System.Diagnostics;
using Holdfire.Cli;
using Holdfire.Cli.Output;

namespace Holdfire.Bundles.Tests;

/// <summary>Runs the command line and the JavaScript verifier.</summary>
internal static class Programs
{
    public static string Root => Repository.Root;

    public static string Verifier => Path.Combine(Root, "web", "verify");

    /// <summary>Runs the command line in this process, with writers of its own.</summary>
    public static (int ExitCode, string Output, string Error) Holdfire(params string[] arguments)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var code = HoldfireCommand.Run(arguments, new Terminal(() => TextReader.Null, output, error));
        return (code, output.ToString(), error.ToString());
    }

    /// <summary>Runs the built program in a process of its own.</summary>
    public static (int ExitCode, string Output, string Error) HoldfireProcess(params string[] arguments) =>
        Run("dotnet", [Path.Combine(AppContext.BaseDirectory, "Holdfire.Cli.dll"), .. arguments]);

    /// <summary>Runs a script of the verifier; the test is skipped where there is no node of version 20 or later.</summary>
    public static (int ExitCode, string Output, string Error) Node(string script, params string[] arguments)
    {
        if (NodeVersion.Value < 20 && Environment.GetEnvironmentVariable("CI") != "true")
        {
            Assert.Skip("node 20 or later is absent");
        }

        return Run("node", [Path.Combine(Verifier, script), .. arguments]);
    }

    private static readonly Lazy<int> NodeVersion = new(() =>
    {
        try
        {
            return int.Parse(Run("node", ["--version"]).Output.TrimStart('v').Split('.')[0], System.Globalization.CultureInfo.InvariantCulture);
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return 0;
        }
    });

    private static (int ExitCode, string Output, string Error) Run(string program, string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Path.GetTempPath(),
        };
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output, error.Result);
    }
}

using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Holdfire.Cli.Output;

namespace Holdfire.Cli.Tests;

/// <summary>
/// Runs the command line: in this process with writers of its own, or as its users do in a process of its own, which is for what
/// only a process has: streams of bytes, signals, its number of processors, hash seeds of its own.
/// </summary>
internal static class Cli
{
    public static string Root => Repository.Root;

    public static string BuiltInCase => Path.Combine(Root, "cases", "ukraine-2025");

    /// <summary>A terminal that nobody sits at.</summary>
    public static Terminal Nowhere => new(() => TextReader.Null, TextWriter.Null, TextWriter.Null);

    /// <summary>Runs it in this process.</summary>
    public static CliRun Run(params string[] arguments) => RunWith("", arguments);

    /// <summary>Runs it in this process with a text at standard input.</summary>
    public static CliRun RunWith(string input, params string[] arguments)
    {
        using var reader = new StringReader(input);
        using var output = new StringWriter();
        using var error = new StringWriter();
        var code = HoldfireCommand.Run(arguments, new Terminal(() => reader, output, error));
        return new CliRun(code, output.ToString(), error.ToString());
    }

    /// <summary>Runs the built program in a process of its own.</summary>
    public static CliRun RunProcess(params string[] arguments) => EndOf(Start(arguments));

    /// <summary>Runs the built program as on a machine of so many processors.</summary>
    public static CliRun RunOn(int processors, params string[] arguments)
    {
        var start = StartOf(arguments);
        start.Environment["DOTNET_PROCESSOR_COUNT"] = processors.ToString(CultureInfo.InvariantCulture);
        return EndOf(Process.Start(start)!);
    }

    private static CliRun EndOf(Process started)
    {
        using var process = started;
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return new CliRun(process.ExitCode, output, error.Result);
    }

    /// <summary>Starts the built program and does not wait for its end.</summary>
    public static Process Start(params string[] arguments) => Process.Start(StartOf(arguments))!;

    /// <summary>How the built program is started.</summary>
    public static ProcessStartInfo StartOf(string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Path.GetTempPath(),
        };
        foreach (var argument in arguments.Prepend(Path.Combine(AppContext.BaseDirectory, "Holdfire.Cli.dll")))
        {
            start.ArgumentList.Add(argument);
        }

        return start;
    }

    public static JsonElement Json(params string[] arguments)
    {
        var run = Run([.. arguments, "--format", "json"]);
        Assert.True(run.ExitCode == 0, run.Error);
        return JsonDocument.Parse(run.Output).RootElement;
    }
}

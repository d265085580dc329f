using System.Diagnostics;
using System.Globalization;
using System.Text.Json;

namespace Holdfire.Cli.Tests;

/// <summary>Runs the built command line as its users do.</summary>
internal static class Cli
{
    public static readonly string Root = FindRoot();

    public static string BuiltInCase => Path.Combine(Root, "cases", "ukraine-2025");

    public static CliRun Run(params string[] arguments) => EndOf(Start(arguments));

    /// <summary>Runs it as on a machine of so many processors.</summary>
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

    /// <summary>Starts it and does not wait for its end.</summary>
    public static Process Start(params string[] arguments) => Process.Start(StartOf(arguments))!;

    private static ProcessStartInfo StartOf(string[] arguments)
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

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "holdfire.slnx")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new DirectoryNotFoundException("holdfire.slnx");
    }
}

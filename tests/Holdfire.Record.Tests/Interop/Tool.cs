using System.Diagnostics;

namespace Holdfire.Record.Tests.Interop;

/// <summary>Runs programs that others wrote.</summary>
internal static class Tool
{
    /// <summary>The folder tests/interop of this repository.</summary>
    public static string Folder { get; } = Path.Combine(Repository.Root, "tests", "interop");

    /// <summary>Runs a program to its end.</summary>
    public static async Task<(int Code, string Output, string Error)> Run(
        string program, string[] arguments, IReadOnlyDictionary<string, string>? environment = null)
    {
        var stop = TestContext.Current.CancellationToken;
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var (name, value) in environment ?? new Dictionary<string, string>())
        {
            start.Environment[name] = value;
        }

        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync(stop);
        var output = await process.StandardOutput.ReadToEndAsync(stop);
        await process.WaitForExitAsync(stop);
        return (process.ExitCode, output, await error);
    }

    /// <summary>Whether a program of this name can be found.</summary>
    public static bool Has(string program) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(d => File.Exists(Path.Combine(d, program)));
}

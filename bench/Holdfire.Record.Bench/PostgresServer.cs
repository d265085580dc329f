using System.Diagnostics;

namespace Holdfire.Record.Bench;

/// <summary>A PostgreSQL server of this machine, started in a folder of its own with its own settings as they come.</summary>
internal sealed class PostgresServer : IDisposable
{
    private readonly string bin;
    private readonly string data;

    private PostgresServer(string bin, string folder)
    {
        this.bin = bin;
        data = Path.Combine(folder, "postgres");
        Sockets = Path.Combine(folder, "sockets");
    }

    /// <summary>The folder of its socket.</summary>
    public string Sockets { get; }

    /// <summary>The connection string.</summary>
    public string Connection => $"Host={Sockets};Username=bench;Database=postgres;Pooling=false";

    /// <summary>Starts a server; null, with the reason, where there is none to start.</summary>
    public static PostgresServer? Start(string folder, out string reason)
    {
        reason = "";
        var bin = Directory.Exists("/usr/lib/postgresql")
            ? Directory.GetDirectories("/usr/lib/postgresql").Select(d => Path.Combine(d, "bin"))
                .Where(d => File.Exists(Path.Combine(d, "initdb"))).Max()
            : null;
        if (bin is null)
        {
            reason = "PostgreSQL is not installed";
            return null;
        }

        var server = new PostgresServer(bin, folder);
        Directory.CreateDirectory(server.Sockets);

        // It refuses to run as root, and its user must reach its folder.
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(Path.GetDirectoryName(folder)!, (UnixFileMode)0b111_101_101);
        }

        if (Environment.UserName == "root" && Run("chown", "-R", "postgres", folder) is var (own, said) && own != 0)
        {
            reason = said;
            return null;
        }

        var (code, output) = server.RunAs("initdb", "-D", server.data, "-U", "bench", "-A", "trust");
        if (code == 0)
        {
            (code, output) = server.RunAs(
                "pg_ctl", "-D", server.data, "-w", "-l", Path.Combine(folder, "postgres.log"), "-o", $"-k {server.Sockets} -h ''", "start");
        }

        reason = output;
        return code == 0 ? server : null;
    }

    public void Dispose() => RunAs("pg_ctl", "-D", data, "-m", "fast", "stop");

    private (int Code, string Output) RunAs(string program, params string[] arguments) =>
        Environment.UserName == "root"
            ? Run("runuser", ["-u", "postgres", "--", Path.Combine(bin, program), .. arguments])
            : Run(Path.Combine(bin, program), arguments);

    private static (int Code, string Output) Run(string program, params string[] arguments)
    {
        // The server keeps the streams that it is started with, so they are not waited for.
        var start = new ProcessStartInfo(program) { WorkingDirectory = "/" };
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        start.RedirectStandardOutput = true;
        using var process = Process.Start(start)!;
        process.WaitForExit();
        return (process.ExitCode, $"{program} ended with {process.ExitCode}");
    }
}

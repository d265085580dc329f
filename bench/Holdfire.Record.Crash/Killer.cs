using System.Diagnostics;
using System.Globalization;
using System.Text;
using Holdfire.Record.Log;
using Holdfire.Record.Tlog;

namespace Holdfire.Record.Crash;

/// <summary>Kills writers, takes up what they leave, and holds it against what they acknowledged.</summary>
internal static class Killer
{
    // A log grows over some kills, and then a new one is begun, so that creation is killed too.
    private const int KillsOfALog = 20;

    // A backup is made at one kill in so many, and brought back at the one before the next.
    private const int KillsOfABackup = 5;

    /// <summary>Kills so many writers; null, or what was broken.</summary>
    public static string? Run(int count, Random random, Tally tally)
    {
        var root = Directory.CreateTempSubdirectory("holdfire-crash-").FullName;
        var keyFile = Path.Combine(root, "key");
        using var key = NoteSigner.Generate("example.org/record", SignatureKind.Ed25519);
        KeyFile.Write(keyFile, key);
        for (var kill = 0; kill < count; kill += KillsOfALog)
        {
            var folder = Path.Combine(root, $"record-{kill}");
            if (RunLog(folder, keyFile, key, kill, Math.Min(count, kill + KillsOfALog), random, tally) is { } broken)
            {
                File.Delete(keyFile);
                return $"{broken}; the folder is kept: {folder}";
            }

            Directory.Delete(folder, recursive: true);
            Directory.Delete(LogFolder.PrivateOf(folder), recursive: true);
        }

        Directory.Delete(root, recursive: true);
        return null;
    }

    private static string? RunLog(string folder, string keyFile, NoteSigner key, int from, int to, Random random, Tally tally)
    {
        var witnessed = new Witnessed();
        Backup? backup = null;
        for (var i = from; i < to; i++)
        {
            tally.Count($"kills {Kill(folder, keyFile, random.Next(), random, witnessed)}");
            if (Check(folder, key, witnessed) is { } broken)
            {
                return $"kill {i + 1}: {broken}";
            }

            if (!File.Exists(Path.Combine(folder, LogFolder.Checkpoint)))
            {
                continue;
            }

            if (i % KillsOfABackup == 0)
            {
                backup = Backup.Of(folder);
            }
            else if (i % KillsOfABackup == KillsOfABackup - 1 && backup?.TryRestored(key, random.Next(3), tally) is { } forked)
            {
                return $"kill {i + 1}: {forked}";
            }
        }

        backup?.Delete();
        tally.Acknowledged += witnessed.Entries.Count;
        tally.UnderWay += witnessed.Size - witnessed.Entries.Count;
        return null;
    }

    private static string Kill(string folder, string keyFile, int seed, Random random, Witnessed witnessed)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!) { RedirectStandardOutput = true };
        if (Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet")
        {
            start.ArgumentList.Add(typeof(Killer).Assembly.Location);
        }

        foreach (var argument in new[] { "writer", folder, keyFile, seed.ToString(CultureInfo.InvariantCulture) })
        {
            start.ArgumentList.Add(argument);
        }

        using var writer = Process.Start(start)!;
        var output = writer.StandardOutput;
        var stage = "at its opening";

        // Counted in lines and in turns of a loop, from the moment that the writer touches the folder.
        var lines = random.Next(3) == 0 ? 1 : 2 + random.Next(120);
        while (lines-- > 0 && output.ReadLine() is { } line)
        {
            stage = Take(line, witnessed) ?? stage;
        }

        Thread.SpinWait(random.Next(60_000));
        writer.Kill();
        var rest = output.ReadToEnd();
        foreach (var line in rest.Split('\n')[..^1])
        {
            stage = Take(line, witnessed) ?? stage;
        }

        writer.WaitForExit();
        return stage;
    }

    private static string? Take(string line, Witnessed witnessed)
    {
        if (line.Split(' ') is not ["ack", var index, var size, var root, .. var names])
        {
            return line switch { "open" => "while appending", "closed" => "after its end", _ => null };
        }

        var at = long.Parse(index, CultureInfo.InvariantCulture);
        foreach (var name in names)
        {
            witnessed.Entries.Add(at++, name);
        }

        witnessed.Roots[long.Parse(size, CultureInfo.InvariantCulture)] = root;
        return null;
    }

    private static string? Check(string folder, NoteSigner key, Witnessed witnessed)
    {
        if (!File.Exists(Path.Combine(folder, LogFolder.Checkpoint)))
        {
            return witnessed.Entries.Count == 0 ? null : "the checkpoint is gone";
        }

        // What is published before anything mends it must already be sound, up to its own checkpoint.
        var published = LogReader.Open(folder).OrThrow();
        var damage = LogFsck.Check(published, key.Verifier).FirstOrDefault(f => f.Problem != FsckProblem.NotCovered);
        if (damage is not null)
        {
            return $"before it was taken up: {damage}";
        }

        try
        {
            RecordLog.Open(folder, key).DisposeAsync().AsTask().GetAwaiter().GetResult();
        }
        catch (RecordException e)
        {
            return e.Message;
        }

        var reader = LogReader.Open(folder).OrThrow();
        var last = witnessed.Entries.Count == 0 ? -1 : witnessed.Entries.Keys[^1];
        if (reader.Size <= last)
        {
            return $"entry {last} was acknowledged, and the log has {reader.Size}";
        }

        var findings = LogFsck.Check(reader, key.Verifier);
        if (findings.Length > 0)
        {
            return findings[0].ToString();
        }

        foreach (var entry in reader.Entries())
        {
            var text = Encoding.UTF8.GetString(entry.Bytes.Span);
            if (witnessed.Entries.TryGetValue(entry.Index, out var name) && !text.StartsWith(name + " ", StringComparison.Ordinal))
            {
                return $"entry {entry.Index} was acknowledged as {name} and is {text}";
            }
        }

        var changed = witnessed.Roots.FirstOrDefault(r => reader.Root(r.Key).ToString() != r.Value);
        if (changed.Value is not null || (reader.Size > witnessed.Size && reader.Root(witnessed.Size).ToString() != witnessed.Root))
        {
            return $"a checkpoint of size {changed.Key} was given out and is contradicted";
        }

        (witnessed.Size, witnessed.Root) = (reader.Size, reader.Checkpoint.Root.ToString());
        return null;
    }
}

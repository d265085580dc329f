using System.Text;
using Holdfire.Record.Log;
using Holdfire.Record.Tlog;

namespace Holdfire.Record.Crash.Faults;

/// <summary>
/// A writer's life: creates a log, commits groups of many sizes, publishes now and then, stops, goes on; and remembers what it was told.
/// </summary>
internal sealed class Workload(NoteSigner key)
{
    public const string Folder = "/record";

    /// <summary>The entries whose commit was begun, in order; the last group may not have been acknowledged.</summary>
    public List<string> Begun { get; } = [];

    /// <summary>The checkpoints that were acknowledged.</summary>
    public List<Checkpoint> Acknowledged { get; } = [];

    /// <summary>Whether the creation was reported as done.</summary>
    public bool Created { get; private set; }

    public long AcknowledgedSize => Acknowledged.Count == 0 ? 0 : Acknowledged[^1].Size;

    public static RecordLogOptions Options(SimulatedDisk disk) => new() { Files = disk, JournalBytes = 48 << 10 };

    /// <summary>All of it, on one disk.</summary>
    public void Run(SimulatedDisk disk)
    {
        using (var log = LogOpening.Create(Folder, key, Options(disk)))
        {
            Created = true;
            foreach (var group in new[] { 1, 3, 1, 130 })
            {
                Append(log, group);
            }

            log.Publish();
            Append(log, 130);
            Append(log, 2);
            log.Publish();
            Append(log, 1);
        }

        using (var log = LogOpening.Open(Folder, key, Options(disk)))
        {
            for (var i = 0; i < 8; i++)
            {
                Append(log, 40);
                if (i % 3 == 2)
                {
                    log.Publish();
                }
            }

            PublishWhileAppending(disk, log);
            log.Publish();
        }
    }

    // Groups that fill journal files are committed between the making of a publication and its end.
    private void PublishWhileAppending(SimulatedDisk disk, LogCore log)
    {
        Append(log, 130);
        disk.Renamed = path =>
        {
            if (path == $"{Folder}/{LogFolder.Checkpoint}")
            {
                disk.Renamed = null;
                Append(log, 130);
                Append(log, 130);
                Append(log, 20);
            }
        };
        log.Publish();
    }

    public void Append(LogCore log, int count)
    {
        Begun.RemoveRange((int)log.Checkpoint.Size, Begun.Count - (int)log.Checkpoint.Size);
        var entries = new ReadOnlyMemory<byte>[count];
        for (var i = 0; i < count; i++)
        {
            // Some entries are longer than a page of the journal.
            Begun.Add($"{Begun.Count}:{Acknowledged.Count}:" + new string('x', Begun.Count % 37 == 5 ? 5000 : Begun.Count % 90));
            entries[i] = Encoding.UTF8.GetBytes(Begun[^1]);
        }

        Acknowledged.Add(log.Commit(entries, [.. entries.Select(e => MerkleHash.OfLeaf(e.Span))]).Checkpoint);
    }

    /// <summary>Takes the log up again and checks every promise; then that it goes on.</summary>
    public void CheckAndGoOn(SimulatedDisk disk)
    {
        if (!Created && !disk.FileExists($"{Folder}/{LogFolder.Checkpoint}"))
        {
            LogOpening.Create(Folder, key, Options(disk)).Dispose();
            disk.EndProcess();
        }

        using (var log = LogOpening.Open(Folder, key, Options(disk)))
        {
            Check(disk, log.Checkpoint);
            Append(log, 70);
            Append(log, 1);
            log.Publish();
            Check(disk, log.Checkpoint);
            Append(log, 5);
        }

        // Whatever the last commit left unsynced is lost now; it must not matter.
        var later = disk.AfterCrash();
        using var again = LogOpening.Open(Folder, key, Options(later));
        Check(later, again.Checkpoint);
    }

    private void Check(SimulatedDisk disk, Checkpoint current)
    {
        Demand(current.Size >= AcknowledgedSize, $"{AcknowledgedSize} entries were acknowledged, {current.Size} are there");
        Demand(current.Size <= Begun.Count, $"{Begun.Count} entries were begun, {current.Size} are there");
        var reader = LogReader.Open(Folder, disk).OrThrow();
        Demand(current == reader.Verify(key.Verifier).OrThrow(), "the published checkpoint is not the newest one");
        var frontier = new MerkleFrontier();
        foreach (var entry in reader.Entries())
        {
            Demand(Begun[(int)entry.Index] == Encoding.UTF8.GetString(entry.Bytes.Span), $"entry {entry.Index} is not what was appended");
            frontier.Add(entry.Leaf);
        }

        Demand(current.Root == frontier.Root && current.Root == reader.Root(current.Size), "the entries do not lead to the root");
        foreach (var given in Acknowledged)
        {
            Demand(given.Root == reader.Root(given.Size), $"a checkpoint of size {given.Size} was given out and is contradicted");
        }

        Demand(JournalFsck.Check(reader, key.Verifier).IsEmpty, "the journal does not hold what it should");
    }

    private static void Demand(bool kept, string otherwise) => BrokenPromiseException.Unless(kept, otherwise);
}

using Holdfire.Record.Files;

namespace Holdfire.Record.Crash.Faults;

/// <summary>A file system in memory that promises no more than POSIX does, and fails where it is told to.</summary>
/// <remarks>
/// Bytes that were not synced may be on the disk, or not, or torn, each write by itself. A name that was made, changed or deleted is on the
/// disk for certain after its folder was synced; before that each change may be there or not, whatever became of those before it.
/// </remarks>
internal sealed class SimulatedDisk : IFileLayer
{
    private sealed record Change(string Folder, Action<Dictionary<string, SimulatedFile?>> Apply);

    // A path with no file is a folder.
    private readonly Dictionary<string, SimulatedFile?> durable;
    private readonly Dictionary<string, SimulatedFile?> seen;
    private readonly List<Change> pending = [];
    private readonly HashSet<string> locks = [];
    private readonly Random random;
    private bool stopped;
    private Exception? broken;

    public SimulatedDisk(int seed)
        : this(new() { ["/"] = null }, new Random(seed))
    {
    }

    private SimulatedDisk(Dictionary<string, SimulatedFile?> names, Random random) =>
        (durable, seen, this.random) = (new(names), new(names), random);

    /// <summary>How many calls there were.</summary>
    public int Calls { get; private set; }

    /// <summary>The call that goes wrong, counted from 1.</summary>
    public int FaultAt { get; set; } = int.MaxValue;

    public FaultKind Fault { get; set; }

    /// <summary>Called after a rename, with the new name: for what another thread does at that moment.</summary>
    public Action<string>? Renamed { get; set; }

    /// <summary>The names that nobody may make; null for none.</summary>
    public Func<string, bool>? MayNotMake { get; set; }

    /// <summary>From the next call on every call fails.</summary>
    public void FailFromNowOn(Exception? error = null) => broken = error ?? new IOException("Input/output error");

    /// <summary>Whether a lock keeps others out.</summary>
    public bool LocksHold { get; init; } = true;

    /// <summary>The disk that the next start of the machine finds.</summary>
    public SimulatedDisk AfterCrash()
    {
        var names = new Dictionary<string, SimulatedFile?>(durable);
        foreach (var change in pending.Where(_ => random.Next(2) == 0))
        {
            change.Apply(names);
        }

        // One file may have two names here; both show the same bytes.
        var files = names.Values.OfType<SimulatedFile>().Distinct().ToDictionary(f => f, f => f.AfterCrash(random));
        var left = names.Where(n => HasFolders(n.Key, names)).ToDictionary(n => n.Key, n => n.Value is { } file ? files[file] : null);
        return new SimulatedDisk(left, random);
    }

    /// <summary>The disk of a process that ended without the machine stopping.</summary>
    public void EndProcess()
    {
        locks.Clear();
        Renamed = null;
    }

    public IHeldFile? TryLock(string path)
    {
        Do(() => { });
        return locks.Add(path) || !LocksHold ? new Held(locks, path) : null;
    }

    public bool FileExists(string path) => Ask(() => seen.TryGetValue(path, out var file) && file is not null);

    public bool FolderExists(string path) => Ask(() => seen.TryGetValue(path, out var file) && file is null);

    public long LengthOf(string path) => Ask(() => Find(path).Seen.LongLength);

    public byte[] Read(string path) => Ask(() => Find(path).Seen);

    public IReadOnlyList<string> List(string folder) =>
        Ask(() => seen.Keys.Where(k => Path.GetDirectoryName(k) == folder).Select(k => Path.GetFileName(k)!).Order(StringComparer.Ordinal).ToArray());

    public IReadOnlyList<(string Path, string What)> OtherThanFiles(string folder) => [];

    public void CreateFolder(string path) => Do(() => Alter(path, names => names[path] = null), needsSpace: true);

    public void CreatePrivateFolder(string path) => CreateFolder(path);

    public IOpenFile Create(string path)
    {
        var file = new SimulatedFile();
        Do(() => Alter(path, names => names[path] = file), needsSpace: true);
        return new OpenFile(this, file);
    }

    public void Rename(string from, string to)
    {
        Do(() => Move(from, to));
        Renamed?.Invoke(to);
    }

    public void Delete(string path) => Do(() => Alter(path, names => names.Remove(path)));

    public void DeleteFolder(string path) => Do(() =>
    {
        var inside = seen.Keys.Where(k => k == path || k.StartsWith(path + "/", StringComparison.Ordinal));
        foreach (var name in inside.OrderByDescending(k => k.Length).ToArray())
        {
            Alter(name, names => names.Remove(name));
        }
    });

    public void SyncFolder(string path) => Do(() =>
    {
        foreach (var change in pending.Where(c => c.Folder == path))
        {
            change.Apply(durable);
        }

        pending.RemoveAll(c => c.Folder == path);
    });

    private void Move(string from, string to)
    {
        var file = Find(from);
        Alter(to, names =>
        {
            if (names.TryGetValue(from, out var there) && there == file)
            {
                names.Remove(from);
            }

            names[to] = file;
        });
    }

    private SimulatedFile Find(string path) =>
        seen.TryGetValue(path, out var file) && file is not null ? file : throw new FileNotFoundException($"no file {path}");

    private static bool HasFolders(string path, Dictionary<string, SimulatedFile?> names) =>
        path == "/"
        || (Path.GetDirectoryName(path) is { } parent && names.TryGetValue(parent, out var folder) && folder is null && HasFolders(parent, names));

    private void Alter(string path, Action<Dictionary<string, SimulatedFile?>> change)
    {
        if (MayNotMake?.Invoke(path) ?? false)
        {
            throw new UnauthorizedAccessException($"Access to the path '{path}' is denied.");
        }

        var folder = Path.GetDirectoryName(path)!;
        if (!seen.ContainsKey(folder))
        {
            throw new DirectoryNotFoundException($"no folder {folder}");
        }

        change(seen);
        pending.Add(new Change(folder, change));
    }

    private T Ask<T>(Func<T> answer)
    {
        T? given = default;
        Do(() => given = answer());
        return given!;
    }

    private void Do(Action work, bool needsSpace = false, Action? failed = null)
    {
        if (stopped)
        {
            throw new SimulatedCrash();
        }

        if (broken is not null)
        {
            throw broken;
        }

        Calls++;
        if (Calls >= FaultAt && Fault == FaultKind.DiskFull && needsSpace)
        {
            throw new IOException("No space left on device");
        }

        if (Calls != FaultAt || Fault == FaultKind.DiskFull)
        {
            work();
            return;
        }

        if (Fault == FaultKind.Error)
        {
            failed?.Invoke();
            throw new IOException("Input/output error");
        }

        if (Fault == FaultKind.CrashAfter)
        {
            work();
        }

        stopped = true;
        throw new SimulatedCrash();
    }

    private sealed class OpenFile(SimulatedDisk disk, SimulatedFile file) : IOpenFile
    {
        public void Write(long offset, ReadOnlySpan<byte> bytes)
        {
            // Space that the file has already is written to even when the disk is full.
            var copy = bytes.ToArray();
            disk.Do(
                () => file.Write(offset, copy),
                needsSpace: offset + copy.Length > file.Seen.Length,
                failed: () => file.Write(offset, copy.AsSpan(0, disk.random.Next(copy.Length + 1))));
        }

        public void SyncData() => disk.Do(file.Sync, failed: file.FailSync);

        public void Sync() => disk.Do(file.Sync, failed: file.FailSync);

        public void Dispose()
        {
        }
    }

    private sealed class Held(HashSet<string> locks, string path) : IHeldFile
    {
        public bool IsInPlace => locks.Contains(path);

        public void Dispose() => locks.Remove(path);
    }
}

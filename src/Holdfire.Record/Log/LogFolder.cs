namespace Holdfire.Record.Log;

/// <summary>The names in a log's folder, and in the folder beside it that is never published (docs/record-log.md).</summary>
public static class LogFolder
{
    /// <summary>The newest published checkpoint: a signed note, with the witnesses' cosignatures.</summary>
    public const string Checkpoint = "checkpoint";

    /// <summary>The checkpoints that witnesses cosigned, by size, and the newest of them as <see cref="Checkpoint"/>.</summary>
    public const string Cosigned = "cosigned";

    /// <summary>Tiles and entry bundles (C2SP tlog-tiles).</summary>
    public const string Tiles = "tile";

    /// <summary>The operator's verifier key, on one line.</summary>
    public const string OperatorKey = "log.vkey";

    /// <summary>The verifier keys of witnesses, one a line.</summary>
    public const string Witnesses = "witnesses";

    /// <summary>Which logs and witnesses to ask for, as a C2SP tlog-policy; need not be there.</summary>
    public const string Policy = "policy";

    /// <summary>The writer's own folder, in the private one. Records of earlier versions have it in the published one.</summary>
    public const string Journal = "journal";

    /// <summary>In the private folder: how far the operator's key has signed.</summary>
    public const string Signed = "signed";

    /// <summary>In the journal: held by the one writer.</summary>
    internal const string WriterLock = "lock";

    /// <summary>In the journal: which writer is the one.</summary>
    internal const string Epoch = "epoch";

    /// <summary>In the journal: the size that was acknowledged last.</summary>
    internal const string Acknowledged = "acknowledged";

    /// <summary>In the published folder, only while the checkpoint file is replaced, by the writer or by a witness.</summary>
    internal const string CheckpointLock = "checkpoint.lock";

    /// <summary>
    /// The folder beside a record's that holds its keys, protected contents and journal, and is never published. Where the record's folder
    /// is a symbolic link, it is beside the folder that the link leads to.
    /// </summary>
    public static string PrivateOf(string folder) => Target(folder) + ".private";

    /// <summary>The folder of a record's journal.</summary>
    public static string JournalOf(string folder) => Path.Combine(PrivateOf(folder), Journal);

    /// <summary>The full path of a record's folder, without links in its last part.</summary>
    internal static string Target(string folder)
    {
        var path = Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder));
        return Directory.Exists(path) && Directory.ResolveLinkTarget(path, returnFinalTarget: true) is { } target
            ? Path.TrimEndingDirectorySeparator(target.FullName)
            : path;
    }
}

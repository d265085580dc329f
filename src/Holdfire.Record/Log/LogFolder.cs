namespace Holdfire.Record.Log;

/// <summary>The names in a log's folder (docs/record-log.md).</summary>
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

    /// <summary>The writer's own folder; it need not be published and holds no secret.</summary>
    public const string Journal = "journal";

    /// <summary>In the journal: held by the one writer.</summary>
    internal const string WriterLock = "lock";

    /// <summary>In the journal: held while the checkpoint file is replaced, by the writer or by a witness.</summary>
    internal const string CheckpointLock = "checkpoint.lock";
}

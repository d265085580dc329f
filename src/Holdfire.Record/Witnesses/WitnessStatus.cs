namespace Holdfire.Record.Witnesses;

/// <summary>How a witness answers; the numbers are those of HTTP (C2SP tlog-witness, "add-checkpoint").</summary>
public enum WitnessStatus
{
    /// <summary>The checkpoint is cosigned.</summary>
    Cosigned = 200,

    /// <summary>The request is malformed, or its old size is larger than the checkpoint's.</summary>
    Malformed = 400,

    /// <summary>No signature by the log's key, or one that does not hold.</summary>
    NotSigned = 403,

    /// <summary>The origin is not of a log that the witness knows.</summary>
    UnknownLog = 404,

    /// <summary>The old size is not the one that the witness cosigned last, or the tree of that size is another: the log forked.</summary>
    OtherSize = 409,

    /// <summary>The proof does not hold: the log forked, or the proof is wrong.</summary>
    Inconsistent = 422,
}

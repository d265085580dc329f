namespace Holdfire.Record.Crash.Faults;

/// <summary>What goes wrong at a call.</summary>
internal enum FaultKind
{
    /// <summary>The machine stops before the call does anything.</summary>
    CrashBefore,

    /// <summary>The machine stops when the call has done its work and has not returned.</summary>
    CrashAfter,

    /// <summary>The call fails and does nothing, except that a write may have been done in part.</summary>
    Error,

    /// <summary>From this call on the disk is full: whatever needs space fails, until there is space again.</summary>
    DiskFull,
}

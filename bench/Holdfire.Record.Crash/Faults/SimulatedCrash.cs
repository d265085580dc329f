namespace Holdfire.Record.Crash.Faults;

/// <summary>The machine stopped. It is no error of the file system, so nothing may catch it.</summary>
internal sealed class SimulatedCrash() : Exception("the simulated machine has stopped");

namespace Holdfire.Record.Crash.Faults;

/// <summary>A log did not keep what it promises.</summary>
internal sealed class BrokenPromiseException(string message) : Exception(message)
{
    public static void Unless(bool kept, string otherwise)
    {
        if (!kept)
        {
            throw new BrokenPromiseException(otherwise);
        }
    }
}

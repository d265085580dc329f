namespace Holdfire.Server;

/// <summary>Counts what each caller holds of something, up to a share that is the same for all.</summary>
/// <remarks>Safe to call from several threads.</remarks>
/// <param name="share">The most that one caller holds at a time.</param>
internal sealed class CallerShares(int share)
{
    private readonly Dictionary<string, int> held = new(StringComparer.Ordinal);

    /// <summary>Takes one for a caller; false where that would be more than a share. Null is a caller who is not limited.</summary>
    public bool TryTake(string? caller)
    {
        if (caller is null)
        {
            return true;
        }

        lock (held)
        {
            var now = held.GetValueOrDefault(caller);
            if (now < share)
            {
                held[caller] = now + 1;
            }

            return now < share;
        }
    }

    /// <summary>Gives back one that was taken.</summary>
    public void GiveBack(string? caller)
    {
        if (caller is null)
        {
            return;
        }

        lock (held)
        {
            // A caller who holds nothing is forgotten, so that as many are remembered as there are connections.
            if (--held[caller] == 0)
            {
                held.Remove(caller);
            }
        }
    }
}

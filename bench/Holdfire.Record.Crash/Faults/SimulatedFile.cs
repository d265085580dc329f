namespace Holdfire.Record.Crash.Faults;

/// <summary>The bytes of a file: those that the disk has, and the writes that it need not have yet.</summary>
internal sealed class SimulatedFile
{
    private const int Sector = 512;
    private readonly List<(long Offset, byte[] Bytes, bool Lost)> pending = [];
    private byte[] durable = [];

    /// <summary>What a reader sees while the machine runs.</summary>
    public byte[] Seen { get; private set; } = [];

    public void Write(long offset, ReadOnlySpan<byte> bytes)
    {
        pending.Add((offset, bytes.ToArray(), false));
        Seen = With(Seen, offset, bytes);
    }

    public void Sync()
    {
        foreach (var (offset, bytes, _) in pending.Where(p => !p.Lost))
        {
            durable = With(durable, offset, bytes);
        }

        pending.RemoveAll(p => !p.Lost);
    }

    /// <summary>A sync that fails: the system holds the writes for clean, shows them, and may never write them (as Linux does).</summary>
    public void FailSync()
    {
        for (var i = 0; i < pending.Count; i++)
        {
            pending[i] = pending[i] with { Lost = true };
        }
    }

    /// <summary>What the disk has after a power cut: each pending write is there, is not, or is there in some of its sectors.</summary>
    public SimulatedFile AfterCrash(Random random)
    {
        var bytes = durable;
        foreach (var (offset, written, _) in pending)
        {
            switch (random.Next(4))
            {
                case 0:
                    break;
                case 1:
                    bytes = With(bytes, offset, written);
                    break;
                case 2:
                    bytes = With(bytes, offset, written.AsSpan(0, random.Next(written.Length + 1)));
                    break;
                default:
                    for (var at = 0; at < written.Length; at += Sector)
                    {
                        if (random.Next(2) == 0)
                        {
                            bytes = With(bytes, offset + at, written.AsSpan(at, Math.Min(Sector, written.Length - at)));
                        }
                    }

                    break;
            }
        }

        return new SimulatedFile { durable = bytes, Seen = bytes };
    }

    private static byte[] With(byte[] old, long offset, ReadOnlySpan<byte> bytes)
    {
        var changed = new byte[Math.Max(old.Length, offset + bytes.Length)];
        old.CopyTo(changed, 0);
        bytes.CopyTo(changed.AsSpan((int)offset));
        return changed;
    }
}

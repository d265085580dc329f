using Holdfire.Record.Entries;
using Holdfire.Record.Keys;
using Holdfire.Record.Log;
using Holdfire.CaseFormat.Entries;

namespace Holdfire.Bundles.Tests;

/// <summary>A record of what one clerk entered.</summary>
internal static class ClerkRecord
{
    /// <summary>Writes a new record with these items.</summary>
    public static async ValueTask Write(string folder, IEnumerable<CaseItem> items)
    {
        var registrar = SampleKeys.Submitter("mission", 11);
        var clerk = SampleKeys.Submitter("clerk", 12);
        var opening = new KeyChange.Open(SampleKeys.Origin, registrar.PublicKey);
        var registering = new KeyChange.Register("clerk", clerk.PublicKey, []);
        Entry[] entries =
        [
            .. new KeyChange[] { opening, registering }.Select(c => registrar.Sign(SampleKeys.Origin, c.Kind, c.ToContent(), RiverRecord.At)),
            .. items.Select(i => clerk.Sign(SampleKeys.Origin, i.Kind, i.Content, RiverRecord.At)),
        ];
        using var key = SampleKeys.Operator;
        await using var log = RecordLog.Create(folder, key);
        await log.AppendManyAsync([.. entries.Select(e => e.Bytes)]);
    }
}

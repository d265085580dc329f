namespace Holdfire.Talks.Stability;

/// <summary>The names of the senses of stability as printed.</summary>
public static class StabilityWords
{
    /// <summary>The senses that are in the flags: Nash, GMR, SMR, SEQ.</summary>
    public static IEnumerable<string> NamesOf(StabilityKinds kinds) =>
        new[] { (StabilityKinds.Nash, "Nash"), (StabilityKinds.Gmr, "GMR"), (StabilityKinds.Smr, "SMR"), (StabilityKinds.Seq, "SEQ") }
            .Where(k => kinds.HasFlag(k.Item1)).Select(k => k.Item2);
}

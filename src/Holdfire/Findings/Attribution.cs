namespace Holdfire.Findings;

/// <summary>What is said of who did it. Never a finding of who did.</summary>
public enum Attribution
{
    /// <summary>No report names anyone.</summary>
    Unknown,

    /// <summary>Reports name one actor.</summary>
    AllegedActor,

    /// <summary>The named actor's own side says that it did it: a fact reported, not a breach admitted.</summary>
    Conceded,

    /// <summary>Reports name different actors, or the named actor denies it.</summary>
    Contested,
}

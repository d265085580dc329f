namespace Holdfire.Model;

/// <summary>Harm that a report claims. Null where the report says nothing of it.</summary>
/// <param name="Killed">Civilians said to have been killed.</param>
/// <param name="Injured">Civilians said to have been injured.</param>
/// <param name="Objects">Civilian objects said to have been damaged.</param>
public sealed record Harm(CountRange? Killed, CountRange? Injured, CountRange? Objects)
{
    /// <summary>Nothing is said of harm.</summary>
    public static Harm NotStated { get; } = new(null, null, null);
}

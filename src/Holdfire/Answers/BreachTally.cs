using Holdfire.Findings;
using Holdfire.Model;

namespace Holdfire.Answers;

/// <summary>What is said to have been done under the terms of a truce, in numbers. An event, and a claim that sums events, counts once.</summary>
public sealed record BreachTally
{
    /// <summary>Events within the terms that someone alleges, whether or not more bears them out.</summary>
    public required int Alleged { get; init; }

    /// <summary>Of these, those that are corroborated or verified.</summary>
    public required int Corroborated { get; init; }

    /// <summary>Of these, those that are verified.</summary>
    public required int Verified { get; init; }

    /// <summary>Of the alleged, those that the named actor's own side says of itself: a fact reported, not a breach admitted.</summary>
    public required int SaidByItself { get; init; }

    /// <summary>Of the alleged, those that the named actor's own side denies.</summary>
    public required int DeniedByItself { get; init; }

    /// <summary>How many sources that do not depend on each other tell of the alleged.</summary>
    public required int Origins { get; init; }

    /// <summary>Of the alleged, claims that sum many events.</summary>
    public required int Sums { get; init; }

    /// <summary>What the greatest of these counts; null where there is none.</summary>
    public CountRange? GreatestSum { get; init; }

    /// <summary>
    /// What the alleged count in all, where some of them count several breaches, such as the shellings of a day, and none sums what others
    /// may hold too; null otherwise. Several munitions or craft may be one breach, and count as one.
    /// </summary>
    public CountRange? InAll { get; init; }

    /// <summary>Events that may lie within the terms, or outside: they are in none of the numbers above.</summary>
    public required int MayBe { get; init; }

    /// <summary>The limit of the terms that leaves most of these open; null where there are none.</summary>
    public TermLimit? MayBeFor { get; init; }

    /// <summary>How many of them it leaves open.</summary>
    public int MayBeForCount { get; init; }

    /// <summary>On how many civil days of the truce there was a breach, at the least and at the most, as alleged.</summary>
    public required CountRange DaysWithBreach { get; init; }

    /// <summary>The earliest of the alleged by the start of its time; null where there is none with a start.</summary>
    public Finding? First { get; init; }

    /// <summary>Civilians said to have been killed in them; the most counts those that may lie within, too. Null where no report says anything.</summary>
    public CountRange? Killed { get; init; }

    /// <summary>Civilians said to have been injured in them, likewise.</summary>
    public CountRange? Injured { get; init; }

    /// <summary>Members of armed forces said to have been killed, likewise.</summary>
    public CountRange? KilledMilitary { get; init; }

    /// <summary>Members of armed forces said to have been injured, likewise.</summary>
    public CountRange? InjuredMilitary { get; init; }

    /// <summary>People said to have been killed of whom it is not said whether they were civilians, likewise.</summary>
    public CountRange? KilledUnknown { get; init; }

    /// <summary>People said to have been injured of whom it is not said whether they were civilians, likewise.</summary>
    public CountRange? InjuredUnknown { get; init; }
}

using Holdfire.Assessment;

namespace Holdfire.Queries;

/// <summary>The third sentence: what cannot be known from these data, and the shortest list of data that would settle it.</summary>
public static class UnknownSentence
{
    /// <summary>The sentence.</summary>
    public static string Of(UnknownFigures f)
    {
        if (f.Status == TruceStatus.NeverInForce)
        {
            return "What would have happened under it cannot be known.";
        }

        if (!f.HasBegun)
        {
            return "Nothing of its time is known yet.";
        }

        var unknown = new List<string>();
        if (!f.NotCounted.IsEmpty)
        {
            unknown.Add($"{Say.And(f.NotCounted)} are not counted by any source here");
        }

        if (f.Hours > 0 && f.HoursWatched < f.Hours)
        {
            unknown.Add(f.HoursWatched == 0 ? $"no source is known to have watched any of its {Say.Number(f.Hours)} hours"
                : $"no source is known to have watched more than {Say.Number(f.HoursWatched)} of its {Say.Number(f.Hours)} hours");
        }

        if (!f.OnOwnClaim.IsEmpty)
        {
            unknown.Add($"that a day without an event was quiet rests on the own claim of {Say.And(f.OnOwnClaim)} to hold every event");
        }

        if (f.Breaches is { Alleged: > 0, Corroborated: 0, IndependentSources: 1 })
        {
            unknown.Add("one side or source alone tells of breaches, so none could be corroborated");
        }

        // Where nothing is alleged outright the first sentence says this.
        if (f.Breaches is { MayBe: > 0, Alleged: > 0 })
        {
            unknown.Add(BreachSentence.MayBe(f.Breaches));
        }

        if (!f.InForceToo.IsEmpty)
        {
            unknown.Add($"what it added to {Say.And(f.InForceToo)}, in force at the same time");
        }

        if (f.DaysBeyondAYear is { } days)
        {
            unknown.Add($"what {Say.Number(days)} days without it would have been: no time before it foretells more than a year");
        }

        if (f.Wanted is { } wanted)
        {
            unknown.Add($"what would help most: {Wanted(wanted)}");
        }

        return unknown.Count == 0 ? "What no source reported."
            : Say.Start(string.Join("; ", unknown)) + ".";
    }

    private static string Wanted(WantedFigures w)
    {
        var times = new[] { w.HoursBefore > 0 ? $"{Say.Number(w.HoursBefore)} hours before it" : "", w.HoursDuring > 0 ? $"{Say.Number(w.HoursDuring)} hours of it" : "" };
        return w.NeedsTarget ? $"what {w.Source} says was hit by {w.Act}"
            : $"reports, or word that there were none, from {w.Source} on {w.Act} for {Say.And([.. times.Where(t => t.Length > 0)])}";
    }
}

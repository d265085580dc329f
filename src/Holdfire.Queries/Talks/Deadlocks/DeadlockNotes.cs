using System.Globalization;
using Holdfire.Model;
using Holdfire.Talks;
using Holdfire.Talks.Deadlocks;

namespace Holdfire.Queries;

/// <summary>What stands below the table of deadlocks: what was stated alone, and the ways out.</summary>
internal static class DeadlockNotes
{
    public static IEnumerable<string> Of(DeadlockAnalysis stated, DeadlockAnalysis inferred, Case @case)
    {
        yield return stated.Deadlocks.IsEmpty
            ? "By what was stated alone there is no deadlock."
            : $"By what was stated alone there are deadlocks: {stated.Deadlocks.Length.ToString(CultureInfo.InvariantCulture)}.";
        foreach (var (deadlock, i) in inferred.Deadlocks.Select((d, i) => (d, i + 1)))
        {
            var name = FormattableString.Invariant($"Deadlock {i}");
            yield return $"{name}, ways out, dropping: {Ways(deadlock.Drop, @case)}";
            if (deadlock.DropOrWeaken.Count != deadlock.Drop.Count)
            {
                yield return $"{name}, ways out, dropping or weakening to \"together\": {Ways(deadlock.DropOrWeaken, @case)}";
            }

            yield return $"{name}, with nothing dropped, all at once: " +
                $"{string.Join("; ", deadlock.AllTogether.Select(p => TalksWords.Of(new Change(p, ChangeKind.Weaken), @case)))}.";
        }

        if (inferred.Locked.Length > 0)
        {
            yield return $"Cannot come about while all of it stands: {string.Join(", ", inferred.Locked.Select(@case.Talks.NameOf))}.";
            var sets = inferred.UnlockingSets.Select(s => string.Join(" and ", s.Select(p => p.Id)));
            yield return $"Dropping any one of these sets unlocks all of it: {string.Join("; ", sets)}" +
                (inferred.MoreUnlockingSets ? "; there may be more." : ".");
        }

        if (inferred.LeftOut.Length > 0)
        {
            var others = string.Join(", ", inferred.LeftOut.Select(p => $"{p.Id} ({p.Actor})"));
            yield return $"Left out, as their actors are no sides: {others}; --everyone counts them.";
        }
    }

    private static string Ways(WaysOut ways, Case @case)
    {
        var sets = ways.First.Select(s => string.Join(" and ", s.Select(c => $"{TalksWords.Of(c, @case)} ({c.Precondition.Id})")));
        if (!ways.IsExact)
        {
            return FormattableString.Invariant(
                $"a bound, since it has more than {WaysOut.MostExact} preconditions: at least {ways.Least} and at most {ways.Most} of them.");
        }

        var size = ways.Least == 1 ? "one change" : FormattableString.Invariant($"{ways.Least} changes");
        return FormattableString.Invariant($"{size}, {ways.Count} {(ways.Count!.Value.IsOne ? "way" : "ways")}: ") + string.Join("; or ", sets) +
            (ways.Count > ways.First.Length ? "; and more." : ".");
    }
}

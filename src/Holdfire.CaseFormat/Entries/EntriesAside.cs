using System.Collections.Immutable;
using Holdfire.Record;

namespace Holdfire.CaseFormat.Entries;

/// <summary>Loads the case that entries hold, and leaves out those that do not load.</summary>
/// <remarks>
/// Whoever may append could else keep everyone from reading. An entry that refers to one that is left out is left out too, as long as it
/// cannot be read without it; of the head of the case only the line that refers to it. Each is named with the reason.
/// </remarks>
internal static class EntriesAside
{
    /// <summary>Loads without what does not load.</summary>
    /// <param name="load">
    /// Loads the case without the entries, and without the lines, of these names; the second says which fall with what is wrong in them, or is
    /// null in the first reading, which finds nothing wrong as a rule.
    /// </param>
    /// <param name="before">The names of those that are left out anyway; they are not told.</param>
    /// <param name="fixed">The places of items that are not left out whatever is wrong with them.</param>
    public static CaseLoad Load(Func<IReadOnlySet<string>, Func<string, bool>?, CaseLoad> load, IEnumerable<string> before, IEnumerable<string> @fixed)
    {
        var (keep, aside, why) = (@fixed.ToHashSet(StringComparer.Ordinal), before.ToHashSet(StringComparer.Ordinal), ImmutableArray.CreateBuilder<Error>());
        Func<string, bool>? falls = null;
        while (true)
        {
            var loaded = load(aside, falls);
            // Only what is an entry of a record has no line.
            var found = loaded.Errors.Where(f => f.Line == 0 && !keep.Contains(f.Where) && !aside.Contains(f.Where)).ToImmutableArray();
            if (loaded.Case is not null || found.IsEmpty)
            {
                return loaded with { SetAside = why.ToImmutable() };
            }

            why.AddRange(found);
            aside.UnionWith(found.Select(f => f.Where));
            falls = file => EntryName.IndexOf(file) is not null && !keep.Contains(file) && !aside.Contains(file);
        }
    }
}

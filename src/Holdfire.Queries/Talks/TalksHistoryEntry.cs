using System.Collections.Immutable;

namespace Holdfire.Queries;

/// <summary>One thing that was said of an item.</summary>
/// <param name="By">The ids of the parties that said it.</param>
/// <param name="What">What was said, in words.</param>
/// <param name="Stands">Whether it still stands.</param>
/// <param name="Entry">The entry.</param>
public sealed record TalksHistoryEntry(ImmutableArray<string> By, string What, bool Stands, TalksEntryAnswer Entry);

using System.Collections.Immutable;

namespace Holdfire.Server.Tiles;

/// <summary>When the events of a map may have been: what a map needs beside its tiles to choose days.</summary>
/// <param name="First">The first day, counted from 1 January 1970; 0 where no event has days.</param>
/// <param name="Events">For each day from the first on, how many events may have been on it.</param>
/// <param name="Grounds">For each ground by its number, events by the days on which they may have been: first day, last day, number, and so on.</param>
internal sealed record EventDays(int First, ImmutableArray<int> Events, ImmutableArray<ImmutableArray<int>> Grounds);

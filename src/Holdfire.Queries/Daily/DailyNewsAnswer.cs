using System.Collections.Immutable;

namespace Holdfire.Queries;

/// <summary>What became known of reports since the last daily report.</summary>
/// <param name="New">How many reports were published.</param>
/// <param name="AboutEarlierDays">Of these, how many are about a time before the day: the pages of those days have changed.</param>
/// <param name="Changed">How many reports their sources replaced by others.</param>
/// <param name="Withdrawn">How many reports their sources took back.</param>
/// <param name="Items">Each of them: the new, then the changed, then the withdrawn.</param>
public sealed record DailyNewsAnswer(int New, int AboutEarlierDays, int Changed, int Withdrawn, ImmutableArray<DailyNewsItemAnswer> Items);

using System.Collections.Immutable;

namespace Holdfire.Queries;

/// <summary>Who was watching on the day. Hours in which nobody is known to have watched say nothing of what happened.</summary>
/// <param name="Hours">The hours of the day.</param>
/// <param name="Watched">Hours in which some source was looking, for some act and somewhere.</param>
/// <param name="Sources">Each source of which anything is known.</param>
/// <param name="Restrictions">What kept sources from looking: restrictions of movement, outages and declared gaps.</param>
public sealed record DailyWatchAnswer(
    double Hours, double Watched, ImmutableArray<DailySourceAnswer> Sources, ImmutableArray<DailyRestrictionAnswer> Restrictions);

namespace Holdfire.Queries;

/// <summary>How long one source was looking on the day.</summary>
/// <param name="Source">Its id.</param>
/// <param name="Name">Its name.</param>
/// <param name="Watched">Hours watched, for some act and somewhere.</param>
/// <param name="NotWatched">Hours declared not watched.</param>
/// <param name="Unknown">Hours of which nothing is known; never counted as quiet.</param>
public sealed record DailySourceAnswer(string Source, string Name, double Watched, double NotWatched, double Unknown);

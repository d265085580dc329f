namespace Holdfire.Queries;

/// <summary>The same comparison made in other ways: how far back, days announced in or out, the greatest unit in or out, a level or two rates.</summary>
/// <param name="All">How many ways.</param>
/// <param name="Falls">In how many the interval lies below 1.</param>
/// <param name="Rises">In how many above.</param>
/// <param name="Open">In how many it holds 1.</param>
/// <param name="SizeLeast">The least that was counted over that to be expected, over all ways.</param>
/// <param name="SizeMost">The most.</param>
public sealed record WaysFigures(int All, int Falls, int Rises, int Open, double SizeLeast, double SizeMost);

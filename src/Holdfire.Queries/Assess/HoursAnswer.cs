namespace Holdfire.Queries;

/// <summary>Hours by whether the source was looking.</summary>
/// <param name="Yes">Hours in which it was looking.</param>
/// <param name="No">Hours in which it was not.</param>
/// <param name="Unknown">Hours of which that is not known.</param>
public sealed record HoursAnswer(double Yes, double No, double Unknown);

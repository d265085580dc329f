namespace Holdfire.Queries;

/// <summary>The shortest list of data that would settle a line.</summary>
/// <param name="Source">The name of the source that would have them.</param>
/// <param name="Act">What they would count, in words.</param>
/// <param name="HoursBefore">How many hours are missing before the truce.</param>
/// <param name="HoursDuring">How many hours are missing of the truce.</param>
/// <param name="NeedsTarget">Whether it is the kind of target that is missing, without which no hours help.</param>
public sealed record WantedFigures(string Source, string Act, double HoursBefore, double HoursDuring, bool NeedsTarget);

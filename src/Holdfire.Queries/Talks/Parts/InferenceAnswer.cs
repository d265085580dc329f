namespace Holdfire.Queries;

/// <summary>Who reads an entry out of statements that do not say it themselves.</summary>
/// <param name="By">Who reads it so.</param>
/// <param name="Reading">How the statements are read.</param>
/// <param name="Why">Why.</param>
public sealed record InferenceAnswer(string By, string Reading, string Why);

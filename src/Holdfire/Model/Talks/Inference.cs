namespace Holdfire.Model;

/// <summary>What somebody reads out of statements that do not say it.</summary>
/// <param name="By">Who reads them so.</param>
/// <param name="Reading">What they are read as; completes "if S1 and S2 are read as …".</param>
/// <param name="Why">From which words, in words of our own.</param>
public sealed record Inference(string By, string Reading, string Why);

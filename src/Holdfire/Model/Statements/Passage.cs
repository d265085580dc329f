namespace Holdfire.Model;

/// <summary>Where a statement stands in its document (W3C Web Annotation, TextPositionSelector).</summary>
/// <param name="Start">The first UTF-16 unit of the UTF-8-decoded, un-normalised file.</param>
/// <param name="End">The unit after the last.</param>
/// <param name="Sha256">The SHA-256 of the passage's UTF-8 bytes in lower-case hex.</param>
public sealed record Passage(int Start, int End, string Sha256);

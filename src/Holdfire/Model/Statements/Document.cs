namespace Holdfire.Model;

/// <summary>A text kept whole elsewhere, known here by its hash.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Title">A description of our own.</param>
/// <param name="Publisher">Who published it.</param>
/// <param name="Date">Its civil date, ISO 8601, or empty where unknown.</param>
/// <param name="Sha256">The SHA-256 of the file in lower-case hex, or null where no copy was at hand.</param>
/// <param name="Length">Its length in UTF-16 units, un-normalised, or null where no copy was at hand.</param>
public sealed record Document(DocumentId Id, string Title, string Publisher, string Date, string? Sha256, int? Length);

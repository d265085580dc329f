namespace Holdfire.Server.OpenRosa;

/// <summary>One file of a request.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Bytes">Its content.</param>
internal sealed record SubmissionPart(string Name, byte[] Bytes);

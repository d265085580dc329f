namespace Holdfire.Server.Api;

/// <summary>A part of the rows of an export, or all of them, as the file that is sent.</summary>
/// <param name="Body">The bytes.</param>
/// <param name="Next">The place of the first row that follows; null where none does.</param>
internal sealed record ExportedPage(byte[] Body, int? Next);

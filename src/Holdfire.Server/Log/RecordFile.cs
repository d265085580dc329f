namespace Holdfire.Server.Log;

/// <summary>A file of a record.</summary>
/// <param name="Path">Where it lies.</param>
/// <param name="Kind">How it is served.</param>
internal sealed record RecordFile(string Path, RecordFileKind Kind);

namespace Holdfire.Server.Api;

/// <summary>An answer as bytes, ready to be sent.</summary>
/// <param name="Body">The bytes.</param>
/// <param name="ContentType">What they are.</param>
/// <param name="Tag">The entity tag, with its quotes.</param>
/// <param name="IsFixed">Whether the same address always gives these bytes: its size of the record is part of it.</param>
public sealed record ServedAnswer(ReadOnlyMemory<byte> Body, string ContentType, string Tag, bool IsFixed);

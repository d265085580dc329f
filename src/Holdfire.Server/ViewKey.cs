using NodaTime;

namespace Holdfire.Server;

/// <summary>The coordinates of a view, to find it again.</summary>
/// <param name="Size">The number of entries.</param>
/// <param name="Erased">How many of them lost their content since: such an answer is another one than before.</param>
/// <param name="Asked">The instant that the size was found for; null where the size itself was given or is all of the record.</param>
/// <param name="KnownBy">The instant by which sources had published; null for everything.</param>
public readonly record struct ViewKey(long Size, int Erased, Instant? Asked, Instant? KnownBy);

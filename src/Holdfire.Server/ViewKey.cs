using Holdfire.Views;
using NodaTime;

namespace Holdfire.Server;

/// <summary>The coordinates of a view, to find it again.</summary>
/// <param name="Size">The number of entries.</param>
/// <param name="Contents">
/// What stands for the contents beside the log that can be seen now, erased and disclosed ones: an answer is another one where they are others.
/// Empty where no entry is protected, so that nothing beside the log counts.
/// </param>
/// <param name="Asked">The instant that the size was found for; null where the size itself was given or is all of the record.</param>
/// <param name="KnownBy">The instant by which sources had published; null for everything.</param>
/// <param name="Audience">Who asks.</param>
public readonly record struct ViewKey(long Size, string Contents, Instant? Asked, Instant? KnownBy, Audience Audience);

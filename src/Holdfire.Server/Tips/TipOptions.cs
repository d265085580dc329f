using Holdfire.Record.Keys;

namespace Holdfire.Server.Tips;

/// <summary>How a server takes tips from people without an account.</summary>
/// <param name="Key">The key that signs what comes in: the server's word that it came, and nothing more.</param>
public sealed record TipOptions(SubmitterKey Key)
{
    /// <summary>The source that a case has for tips: of grade F, since it cannot be judged, and of no party.</summary>
    public const string Source = "tips";

    /// <summary>The most tips from one address in an hour. At least 1.</summary>
    public int PerAddress { get; init; } = 3;

    /// <summary>The most tips of all in an hour. At least 1.</summary>
    public int PerHour { get; init; } = 60;
}

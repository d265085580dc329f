using Holdfire.Record.Keys;
using Holdfire.Views;
using NodaTime;

namespace Holdfire.Server.OpenRosa;

/// <summary>How a server takes submissions of phones.</summary>
/// <param name="Tokens">Who may send.</param>
/// <param name="Key">The key that signs what comes in. It is registered in the record like any other, so that the record says which entries came this way.</param>
/// <param name="Clock">Says when a submission came in.</param>
public sealed record IntakeOptions(IIntakeTokens Tokens, SubmitterKey Key, IClock Clock)
{
    /// <summary>Who may see what comes in: for all others it is sealed, with who sent it. The log is for good, so that all see it only where that is said.</summary>
    public AudienceLabel Audience { get; init; } = AudienceLabel.Mission;
}

namespace Holdfire.Server.OpenRosa;

/// <summary>Knows who sends by the token in the address.</summary>
public interface IIntakeTokens
{
    /// <summary>Who has this token and may send submissions now; null where nobody may.</summary>
    /// <param name="token">The token.</param>
    /// <param name="cancellation">Gives up looking.</param>
    Task<IntakeUser?> FindAsync(string token, CancellationToken cancellation);
}

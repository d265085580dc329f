using Holdfire.Model;

namespace Holdfire.Queries;

/// <summary>What a person decided on two reports.</summary>
/// <param name="Id">The id of the pin.</param>
/// <param name="Same">True where both are of one event, false where they are of different ones.</param>
/// <param name="A">The id of the first report.</param>
/// <param name="B">The id of the second.</param>
/// <param name="By">Who decided, by role.</param>
/// <param name="Reason">Why.</param>
public sealed record PinAnswer(string Id, bool Same, string A, string B, string By, string Reason)
{
    /// <summary>From a pin.</summary>
    public static PinAnswer Of(Pin p) => new(p.Id, p.Same, p.A.Value, p.B.Value, p.By, p.Reason);
}

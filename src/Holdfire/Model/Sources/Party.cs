namespace Holdfire.Model;

/// <summary>A side that can be bound by a truce, or a mediator, guarantor or monitor.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">Its name as printed.</param>
/// <param name="Role">What it is in this case.</param>
public sealed record Party(PartyId Id, string Name, PartyRole Role);

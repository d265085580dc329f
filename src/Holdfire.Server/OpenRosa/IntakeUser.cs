namespace Holdfire.Server.OpenRosa;

/// <summary>Who sends submissions.</summary>
/// <param name="Name">The name: reports are attributed to the source of this id, where the case has one.</param>
public sealed record IntakeUser(string Name);

namespace Holdfire.Server.OpenRosa;

/// <summary>What became of a submission.</summary>
/// <param name="IsEntered">Whether the record has it; else it is kept and waits.</param>
/// <param name="Message">What the person at the phone is told.</param>
internal sealed record IntakeResult(bool IsEntered, string Message);

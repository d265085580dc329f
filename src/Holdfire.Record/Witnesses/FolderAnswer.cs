namespace Holdfire.Record.Witnesses;

/// <summary>What a witness was asked about a folder, and what it answered: together, where it refused, the proof of why.</summary>
/// <param name="Request">The checkpoint of the folder and the consistency proof that its tiles give.</param>
/// <param name="Answer">The answer.</param>
public sealed record FolderAnswer(AddCheckpointRequest Request, WitnessAnswer Answer);

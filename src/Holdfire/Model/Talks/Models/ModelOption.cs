namespace Holdfire.Model;

/// <summary>Something that a party can do or not do.</summary>
/// <param name="Id">Its id, unique in the model: letters, digits and underscores.</param>
/// <param name="Party">Whose option it is.</param>
/// <param name="Text">What it is, in words.</param>
/// <param name="Moves">Which way it can be moved.</param>
public sealed record ModelOption(string Id, PartyId Party, string Text, OptionMoves Moves);

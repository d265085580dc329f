using Holdfire.Model;

namespace Holdfire.Queries;

/// <summary>Something that a party can do in a model.</summary>
/// <param name="Id">The id of the option.</param>
/// <param name="Party">The id of the party.</param>
/// <param name="Text">What it can do, in words.</param>
/// <param name="Moves">Which way it can be changed.</param>
public sealed record ModelOptionAnswer(string Id, string Party, string Text, OptionMoves Moves);

namespace Holdfire.Queries;

/// <summary>What one actor is said to have done under the terms.</summary>
/// <param name="Actor">The id of the actor, as alleged; null where reports name nobody or do not agree.</param>
/// <param name="Name">The name of the actor; null likewise.</param>
/// <param name="Numbers">The numbers.</param>
public sealed record ActorFigures(string? Actor, string? Name, BreachNumbers Numbers);

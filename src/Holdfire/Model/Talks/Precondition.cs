namespace Holdfire.Model;

/// <summary>What an actor makes depend on what: the actor requires one item before, together with or in return for another.</summary>
public sealed record Precondition : TalksEntry
{
    /// <summary>Who requires it.</summary>
    public required PartyId Actor { get; init; }

    /// <summary>What is required.</summary>
    public required ItemId Requires { get; init; }

    /// <summary>In which order.</summary>
    public required PreconditionRelation Relation { get; init; }

    /// <summary>What it is required for.</summary>
    public required ItemId For { get; init; }

    /// <summary>Whether what is required must come first.</summary>
    public bool IsStrict => Relation == PreconditionRelation.Before;
}

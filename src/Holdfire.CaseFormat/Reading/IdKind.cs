namespace Holdfire.CaseFormat;

/// <summary>What an id names.</summary>
internal enum IdKind
{
    Party,
    Source,
    Document,
    Truce,
    Statement,
    Report,
    Item,
    Proposal,
    Precondition,
    Entry,
    Pin,
    Detection,
    Restriction,
    Step,
    Query,
    Reply,
}

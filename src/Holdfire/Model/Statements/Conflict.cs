using System.Collections.Immutable;

namespace Holdfire.Model;

/// <summary>Accounts of the same claim that cannot all be right.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Statement">The statement in question.</param>
/// <param name="Question">What they differ on.</param>
/// <param name="Accounts">The accounts, each with the quantities as it gives them.</param>
public sealed record Conflict(string Id, StatementId Statement, string Question, ImmutableArray<ConflictAccount> Accounts);

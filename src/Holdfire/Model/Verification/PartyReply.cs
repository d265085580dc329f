using System.Collections.Immutable;
using NodaTime;

namespace Holdfire.Model;

/// <summary>What a party says to a question, or unasked to a claim: its right of reply.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Party">Who replies.</param>
/// <param name="Query">The id of the question; empty where nobody asked.</param>
/// <param name="Reports">The claims that it is about: those it names, else those of the question.</param>
/// <param name="Received">When it came in.</param>
/// <param name="Text">What it says.</param>
/// <param name="Statement">The statement in which it was said, or null.</param>
/// <param name="By">Who entered it, by role or name.</param>
public sealed record PartyReply(
    string Id, PartyId Party, string Query, ImmutableArray<ReportId> Reports, Instant Received, string Text, StatementId? Statement, string By);

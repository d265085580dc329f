using System.Collections.Immutable;
using Holdfire.Model;
using NodaTime;

namespace Holdfire.Queries;

/// <summary>What a party says to a question, or unasked to a claim.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Party">The id of the party.</param>
/// <param name="Query">The id of the question; null where nobody asked.</param>
/// <param name="Reports">The ids of the claims that it is about.</param>
/// <param name="Received">When it came in.</param>
/// <param name="Text">What it says.</param>
/// <param name="Statement">The id of the statement in which it was said; null where there is none.</param>
/// <param name="By">Who entered it.</param>
public sealed record PartyReplyAnswer(
    string Id, string Party, string? Query, ImmutableArray<string> Reports, Instant Received, string Text, string? Statement, string By)
{
    /// <summary>From a reply.</summary>
    public static PartyReplyAnswer Of(PartyReply r) => new(
        r.Id, r.Party.Value, r.Query.Length > 0 ? r.Query : null, [.. r.Reports.Select(id => id.Value)], r.Received, r.Text, r.Statement?.Value, r.By);
}

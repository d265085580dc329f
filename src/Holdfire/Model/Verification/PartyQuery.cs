using System.Collections.Immutable;
using NodaTime;

namespace Holdfire.Model;

/// <summary>A question to a party about what is claimed.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Party">Who is asked.</param>
/// <param name="Reports">The claims that it is about: reports, or numbers in statements.</param>
/// <param name="Text">The question.</param>
/// <param name="Sent">When it was sent.</param>
/// <param name="Due">By when a reply was asked for; null where no time was set.</param>
/// <param name="By">Who asked, by role or name.</param>
public sealed record PartyQuery(string Id, PartyId Party, ImmutableArray<ReportId> Reports, string Text, Instant Sent, Instant? Due, string By);

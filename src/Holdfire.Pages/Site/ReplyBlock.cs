using System.Xml.Linq;
using Holdfire.Model;
using Holdfire.Pages.Markup;

namespace Holdfire.Pages.Site;

/// <summary>What parties were asked about claims and what they said: their right of reply, next to the claim.</summary>
internal static class ReplyBlock
{
    /// <summary>The block; null where nobody was asked and nobody said anything.</summary>
    /// <param name="frame">What stands around the page.</param>
    /// <param name="claims">The ids of the claims.</param>
    public static XElement? Draw(SiteFrame frame, IEnumerable<string> claims)
    {
        var (known, about) = (frame.View.Known, claims.Select(c => new ReportId(c)).ToHashSet());
        var asked = known.Queries.Where(q => q.Reports.Any(about.Contains)).OrderBy(q => q.Sent).ToList();
        var unasked = known.Replies.Where(r => r.Query.Length == 0 && r.Reports.Any(about.Contains)).OrderBy(r => r.Received).ToList();
        return asked.Count + unasked.Count == 0 ? null : Html.Section("replies", frame.Text("reply.title"), Html.List(
        [
            .. asked.Select(q => Html.El("span", Said(frame, "reply.asked", q.Party, q.Sent, q.Text), Replies(frame, [.. known.Replies.Where(r => r.Query == q.Id).OrderBy(r => r.Received)]))),
            .. unasked.Select(r => Html.El("span", Said(frame, "reply.says", r.Party, r.Received, r.Text))),
        ]));
    }

    private static object Replies(SiteFrame frame, IReadOnlyList<PartyReply> replies) => replies.Count == 0
        ? new object[] { Html.El("br"), Html.El("strong", frame.Text("reply.none")) }
        : replies.Select(r => new object[] { Html.El("br"), Said(frame, "reply.says", r.Party, r.Received, r.Text) });

    private static object[] Said(SiteFrame frame, string key, PartyId party, NodaTime.Instant at, string text) => frame.Say(
        key, ("party", Html.El("bdi", CaseWords.Party(frame, party.Value))), ("day", Html.El("bdi", frame.InEnglish, Show.Civil(at, frame.View.Known.Zone))),
        ("text", Html.El("q", new XAttribute("dir", "auto"), text)));
}

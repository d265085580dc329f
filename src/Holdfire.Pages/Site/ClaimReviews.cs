using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Xml.Linq;
using Holdfire.Model;
using Holdfire.Pages.Markup;
using Holdfire.Queries;

namespace Holdfire.Pages.Site;

/// <summary>Audited claims as ClaimReview of schema.org, for programs that gather fact-checks.</summary>
/// <remarks>It is data in a page and runs nothing. No number stands for a rating: what a claim comes to is said in words.</remarks>
internal static class ClaimReviews
{
    // What would end the element early is escaped, as the default encoder does.
    private static readonly JsonSerializerOptions Written = new() { Encoder = JavaScriptEncoder.Default };

    /// <summary>The element with the reviews; null where no audited number is in a statement.</summary>
    /// <param name="frame">What stands around the page.</param>
    /// <param name="answer">The answer to <c>audit</c>.</param>
    public static XElement? Draw(SiteFrame frame, AuditAnswer answer)
    {
        var statements = frame.View.Known.Statements.ToDictionary(s => s.Id.Value);
        var reviews = answer.Claims.Where(c => c.Statement is not null && statements.ContainsKey(c.Statement))
            .Select(c => (JsonNode)Review(frame, c, statements[c.Statement!])).ToArray();
        return reviews.Length == 0 ? null : Html.El("script", new XAttribute("type", "application/ld+json"),
            new JsonObject { ["@context"] = "https://schema.org", ["@graph"] = new JsonArray(reviews) }.ToJsonString(Written));
    }

    private static JsonObject Review(SiteFrame frame, AuditAnswerClaim claim, Statement statement) => new()
    {
        ["@type"] = "ClaimReview",
        ["url"] = $"{frame.Site}/claims?statement={Uri.EscapeDataString(claim.Statement!)}&recorded-at={frame.View.Coordinates.RecordedAt?.Size ?? 0}",
        ["claimReviewed"] = $"{Speaker(frame, statement)}: {statement.Paraphrase}",
        ["itemReviewed"] = new JsonObject
        {
            ["@type"] = "Claim",
            ["identifier"] = claim.Quantity,
            ["author"] = new JsonObject { ["@type"] = "Organization", ["name"] = Speaker(frame, statement) },
        },
        ["author"] = new JsonObject { ["@type"] = "Organization", ["name"] = frame.Origin },
        ["reviewRating"] = new JsonObject { ["@type"] = "Rating", ["alternateName"] = Texts.Words(claim.Outcome) },
        ["reviewBody"] = claim.InShort,
    };

    private static string Speaker(SiteFrame frame, Statement statement) =>
        frame.View.Known.Sources.FirstOrDefault(s => s.Id == statement.Speaker)?.Name ?? statement.Speaker.Value;
}

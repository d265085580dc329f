using System.Collections.Immutable;
using Holdfire.Server.Api;
using Microsoft.AspNetCore.Http;

namespace Holdfire.Server;

/// <summary>What is sent back.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="ContentType">What the body is.</param>
/// <param name="Body">The body.</param>
internal sealed record ServedResponse(int Status, string ContentType, ReadOnlyMemory<byte> Body)
{
    /// <summary>The content policy of a file that carries its own styles, such as a report.</summary>
    public const string OwnStyles = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    /// <summary>The file that is sent instead of a body, a piece at a time; null where there is a body.</summary>
    public string? File { get; init; }

    /// <summary>How long anybody may keep it, as <c>Cache-Control</c> has it.</summary>
    public string Caching { get; init; } = "no-cache";

    /// <summary>Its entity tag, with quotes; null for none.</summary>
    public string? Tag { get; init; }

    /// <summary>The policy of the page's content; null for the strict one.</summary>
    public string? ContentPolicy { get; init; }

    /// <summary>Whether pages of other sites may read it: what is public and no page.</summary>
    public bool IsForAllSites { get; init; }

    /// <summary>The name under which a browser saves it instead of showing it; null to show it.</summary>
    public string? SaveAs { get; init; }

    /// <summary>The methods that the address takes, for a response that refuses another one; null otherwise.</summary>
    public string? Allow { get; init; }

    /// <summary>The language of a page, which then depends on what the reader's browser asks for; null for what has none.</summary>
    public string? Language { get; init; }

    /// <summary>Further headers.</summary>
    public ImmutableArray<KeyValuePair<string, string>> Headers { get; init; } = [];

    /// <summary>Kept by anybody for ever: the same address never gives anything else.</summary>
    public const string Immutable = "public, max-age=31536000, immutable";

    /// <summary>Kept by the reader's browser alone, which asks each time.</summary>
    public const string Private = "private, no-cache";

    /// <summary>A page.</summary>
    public static ServedResponse Page(int status, string html) => new(status, "text/html; charset=utf-8", System.Text.Encoding.UTF8.GetBytes(html));

    /// <summary>A problem, for programs.</summary>
    public static ServedResponse Of(HttpProblem problem) => new(problem.Status, HttpProblem.ContentType, Problems.Bytes(problem))
    {
        IsForAllSites = true, Caching = "no-store", Headers = problem.Status == StatusCodes.Status401Unauthorized ? [new("WWW-Authenticate", "Bearer")] : [],
    };

    /// <summary>An answer.</summary>
    public static ServedResponse Of(ServedAnswer answer) => new(200, answer.ContentType, answer.Body)
    {
        Tag = answer.Tag,
        Caching = answer.IsFixed ? Immutable : "no-cache",
        IsForAllSites = true,
        ContentPolicy = answer.ContentType.StartsWith("text/html", StringComparison.Ordinal) ? OwnStyles : null,
    };
}

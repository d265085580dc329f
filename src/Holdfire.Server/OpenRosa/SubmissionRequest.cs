using System.Collections.Immutable;
using Holdfire.CaseFormat;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace Holdfire.Server.OpenRosa;

/// <summary>The parts of a <c>POST</c> of a submission: the XML, files, and whether more of it follows in other requests.</summary>
/// <param name="Xml">The answers.</param>
/// <param name="Files">The files, each under its own name.</param>
/// <param name="IsIncomplete">Whether more follows.</param>
internal sealed record SubmissionRequest(byte[] Xml, ImmutableArray<SubmissionPart> Files, bool IsIncomplete)
{
    /// <summary>The most bytes that phones put into one request; a single larger file comes alone.</summary>
    public const int UsualBytes = 10_000_000;

    private const long MostBytes = 100_000_000;
    private const int MostParts = 200;
    private const int LongestName = 200;
    private const string XmlPart = "xml_submission_file";
    private const string IncompletePart = "*isIncomplete*";

    /// <summary>Reads a request.</summary>
    /// <exception cref="OpenRosaException">It is no submission.</exception>
    public static async Task<SubmissionRequest> ReadAsync(HttpContext context, CancellationToken stop)
    {
        if (!MediaTypeHeaderValue.TryParse(context.Request.ContentType, out var type) || !type.MediaType.Equals("multipart/form-data", StringComparison.OrdinalIgnoreCase)
            || HeaderUtilities.RemoveQuotes(type.Boundary).Value is not { Length: > 0 } boundary)
        {
            throw new OpenRosaException(415, "A submission is sent as multipart/form-data.");
        }

        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
        {
            limit.MaxRequestBodySize = MostBytes;
        }

        byte[]? xml = null;
        var (files, isIncomplete) = (ImmutableArray.CreateBuilder<SubmissionPart>(), false);
        try
        {
            var reader = new MultipartReader(boundary, context.Request.Body);
            while (await reader.ReadNextSectionAsync(stop).ConfigureAwait(false) is { } section)
            {
                var named = ContentDispositionHeaderValue.TryParse(section.ContentDisposition, out var disposition) ? disposition : null;
                var field = HeaderUtilities.RemoveQuotes(named?.Name ?? default).Value ?? "";
                using var body = new MemoryStream();
                await section.Body.CopyToAsync(body, stop).ConfigureAwait(false);
                if (field == XmlPart)
                {
                    xml = xml is null ? body.ToArray() : throw new OpenRosaException(400, "The request has the answers twice.");
                }
                else if (field == IncompletePart)
                {
                    isIncomplete = System.Text.Encoding.UTF8.GetString(body.ToArray()).Trim() == "yes";
                }
                else if (files.Count == MostParts)
                {
                    throw new OpenRosaException(400, $"The request has more than {MostParts} files.");
                }
                else if (NameOf(named, field) is { } name)
                {
                    files.Add(new SubmissionPart(name, body.ToArray()));
                }
            }
        }
        catch (Exception e) when (e is InvalidDataException || (e is IOException && !stop.IsCancellationRequested && e is not BadHttpRequestException))
        {
            throw new OpenRosaException(400, "The request is cut short, or is no multipart/form-data.");
        }
        catch (BadHttpRequestException)
        {
            throw new OpenRosaException(413, "The request is larger than 100 MB.");
        }

        return new SubmissionRequest(xml ?? throw new OpenRosaException(400, $"The request has no part {XmlPart} with the answers."), files.ToImmutable(), isIncomplete);
    }

    // The name of the file; fields without a file are none of the protocol's, and passed over.
    private static string? NameOf(ContentDispositionHeaderValue? disposition, string field)
    {
        var name = disposition?.FileNameStar is { HasValue: true, Length: > 0 } star ? star.Value : HeaderUtilities.RemoveQuotes(disposition?.FileName ?? default).Value;
        if (string.IsNullOrEmpty(name))
        {
            return null;
        }

        return name.Length <= LongestName && NameText.ErrorOfName(name) is null && name.AsSpan().IndexOfAny('/', '\\') < 0 ? name
            : throw new OpenRosaException(400, $"The field {field} has a file of a name that cannot be kept.");
    }
}

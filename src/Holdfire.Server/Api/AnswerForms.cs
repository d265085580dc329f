using System.Globalization;
using Holdfire.Pages;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace Holdfire.Server.Api;

/// <summary>The forms of answers, and which one a request asks for.</summary>
internal static class AnswerForms
{
    private static readonly AnswerForm Json = new("json", "application/json; charset=utf-8");
    private static readonly AnswerForm Csv = new("csv", "text/csv; charset=utf-8; header=present");
    private static readonly AnswerForm Html = new("html", "text/html; charset=utf-8");
    private static readonly AnswerForm GeoJson = new("geojson", "application/geo+json; charset=utf-8");

    /// <summary>The forms that a query answers in, the usual one first.</summary>
    public static IEnumerable<AnswerForm> Of(QueryInfo query) => [Json, Csv, .. query.OtherForms.Contains("geojson") ? [GeoJson] : Array.Empty<AnswerForm>(), .. AnswerPages.Find(query.Name) is null ? Array.Empty<AnswerForm>() : [Html]];

    /// <summary>The form that a request asks for.</summary>
    /// <param name="query">The query.</param>
    /// <param name="named">The parameter <c>f</c>; null where it is left out.</param>
    /// <param name="accept">The header <c>Accept</c>.</param>
    /// <exception cref="QueryException">The query does not answer in the form that is named.</exception>
    public static AnswerForm Of(QueryInfo query, string? named, StringValues accept)
    {
        var forms = Of(query).ToList();
        if (named is not null)
        {
            return forms.Find(f => f.Name == named) ?? throw new QueryException(
                QueryErrorCodes.UnknownValue, "f", $"one of {string.Join(", ", forms.Select(f => f.Name))}", $"'{named}'");
        }

        return MediaTypeHeaderValue.TryParseList(accept, out var wanted)
            ? wanted.OrderByDescending(w => w.Quality ?? 1).Select(w => forms.Find(f => IsIn(f, w))).FirstOrDefault(f => f is not null) ?? Json
            : Json;
    }

    /// <summary>The bytes of an answer, those that the command prints.</summary>
    /// <param name="query">The query.</param>
    /// <param name="result">What it gave.</param>
    /// <param name="form">The form.</param>
    public static string Text(QueryInfo query, QueryResult result, AnswerForm form)
    {
        if (form == Html)
        {
            return AnswerPages.Find(query.Name)!(result.Answer);
        }

        if (form == Csv)
        {
            using var text = new StringWriter(CultureInfo.InvariantCulture);
            CsvProjection.Write(text, AnswerJson.Element(result.Answer), result.Answer.Invented ? result.Csv?.With("invented") : result.Csv);
            return text.ToString();
        }

        return (form == GeoJson ? result.OtherForms[form.Name]() : AnswerJson.Text(result.Answer)) + "\n";
    }

    private static bool IsIn(AnswerForm form, MediaTypeHeaderValue wanted) =>
        MediaTypeHeaderValue.Parse(form.ContentType).MediaType is var own && (wanted.MatchesAllTypes ? form == Json : wanted.MatchesMediaType(own));
}

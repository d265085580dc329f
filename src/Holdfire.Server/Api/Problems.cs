using System.Text.Json;
using Holdfire.Record;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;

namespace Holdfire.Server.Api;

/// <summary>Turns what went wrong into a problem, and a problem into a response.</summary>
internal static class Problems
{
    /// <summary>There is nothing at this address, or nothing for who asks: the two are not told apart.</summary>
    public static HttpProblem NotFound(string path, string expected) =>
        Of(StatusCodes.Status404NotFound, $"{path}: expected {expected}, found nothing", "http.not_found", path, expected, "nothing");

    /// <summary>The address takes other methods.</summary>
    public static HttpProblem WrongMethod(string method) =>
        Of(StatusCodes.Status405MethodNotAllowed, $"expected GET or HEAD, found {method}", "http.method", "method", "GET or HEAD", method);

    /// <summary>It is asked by a name that is not its own.</summary>
    public static HttpProblem WrongHost(string host) => Of(
        StatusCodes.Status421MisdirectedRequest, $"expected a name of this server, found '{host}'; start it with --name {host} where a proxy uses that name", "http.host");

    /// <summary>A parameter is wrong.</summary>
    public static HttpProblem Of(QueryError error) =>
        Of(StatusCodes.Status400BadRequest, error.ToString(), error.Code, error.Where, error.Expected, error.Found);

    /// <summary>The problem behind an exception; null for one that is a defect.</summary>
    public static HttpProblem? Of(Exception e) => e switch
    {
        QueryException query => Of(query.Error),
        BadHttpRequestException bad => Of(bad.StatusCode, "the request could not be read", "http.bad_request"),
        OperationCanceledException => Of(
            StatusCodes.Status503ServiceUnavailable, "the answer took too long and was given up; ask for less, such as fewer days", "http.too_long"),
        RecordException { Fault.IsTouched: true } => Of(
            StatusCodes.Status503ServiceUnavailable, "the record does not keep to its checkpoint and is not served; its operator sees why", "record.touched"),
        RecordException or IOException or UnauthorizedAccessException => Of(
            StatusCodes.Status503ServiceUnavailable, "the record cannot be read just now; its operator sees why", "record.unreadable"),
        _ when TooLargeException.In(e) is { } tooLarge => Of(StatusCodes.Status422UnprocessableEntity, tooLarge.Message, "query.too_large"),
        _ => null,
    };

    /// <summary>A defect of the program; what it was is for the operator alone.</summary>
    public static HttpProblem Defect() =>
        Of(StatusCodes.Status500InternalServerError, "this is a defect in Holdfire, not in your request", "defect");

    /// <summary>The bytes of a problem.</summary>
    public static byte[] Bytes(HttpProblem problem) => JsonSerializer.SerializeToUtf8Bytes(problem, ProblemJson.Readable.HttpProblem);

    private static HttpProblem Of(int status, string detail, string code, string? where = null, string? expected = null, string? found = null) =>
        new("about:blank", ReasonPhrases.GetReasonPhrase(status), status, detail, code, where, expected, found);
}

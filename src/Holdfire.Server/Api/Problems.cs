using System.Globalization;
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
        Of(StatusCodes.Status404NotFound, $"{path}: expected {expected}, found nothing", HttpErrorCodes.NotFound, path, expected, "nothing");

    /// <summary>The address takes other methods.</summary>
    public static HttpProblem WrongMethod(string method, string allowed) =>
        Of(StatusCodes.Status405MethodNotAllowed, $"expected {allowed}, found {method}", HttpErrorCodes.Method, "method", allowed, method);

    /// <summary>Entries are taken from this machine alone.</summary>
    public static HttpProblem NotFromHere() => Of(
        StatusCodes.Status403Forbidden, "expected a request from the machine that the server runs on, and from no proxy, found another; entries are taken from there alone",
        HttpErrorCodes.NotLocal);

    /// <summary>A key is wrong, over or revoked: which of these it is, is not told.</summary>
    public static HttpProblem WrongKey() => Of(
        StatusCodes.Status401Unauthorized, "expected a key that is good, as 'Authorization: Bearer KEY', found another; holdfire user key add makes a new one", HttpErrorCodes.NotSignedIn, "Authorization");

    /// <summary>This is for those alone of whom it is known who they are.</summary>
    public static HttpProblem NotSignedIn() => Of(
        StatusCodes.Status401Unauthorized, "expected a key, as 'Authorization: Bearer KEY', found none; holdfire user key add makes one", HttpErrorCodes.NotSignedIn, "Authorization");

    /// <summary>A role may not send entries.</summary>
    public static HttpProblem MayNotEnter() => Of(
        StatusCodes.Status403Forbidden, "expected the role of a monitor, an analyst, a duty officer or a delegate, found another; entries are taken from these alone", HttpErrorCodes.Forbidden);

    /// <summary>A delegate sends what is not for the own party to say.</summary>
    public static HttpProblem NotOwnEntries() => Of(
        StatusCodes.Status403Forbidden, "expected reports, statements, replies and changes of these, of your own party and signed by its sources, found others; a delegate sends these alone", HttpErrorCodes.Forbidden);

    /// <summary>The server has no key to write with.</summary>
    public static HttpProblem ReadOnly() => Of(
        StatusCodes.Status403Forbidden, "this server only reads: the operator's key is not beside its record", HttpErrorCodes.ReadOnly);

    /// <summary>The body is of another type.</summary>
    public static HttpProblem WrongType(IReadOnlyList<string> types) => Of(
        StatusCodes.Status415UnsupportedMediaType, $"expected a Content-Type of {string.Join(" or ", types)}, found another", HttpErrorCodes.MediaType, "Content-Type", string.Join(" or ", types));

    /// <summary>An entry does not stand to the rules of the record.</summary>
    public static HttpProblem Refused(Error error) =>
        Of(StatusCodes.Status422UnprocessableEntity, error.With("; nothing was added") with { Code = HttpErrorCodes.Refused });

    /// <summary>Another program writes the record.</summary>
    public static HttpProblem Busy() => Of(
        StatusCodes.Status503ServiceUnavailable, "another program is writing the record; send the same again in some seconds", RecordErrorCodes.Held);

    /// <summary>There are too many listeners.</summary>
    public static HttpProblem TooMany() => Of(
        StatusCodes.Status503ServiceUnavailable, "too many listen already; come again in half a minute", HttpErrorCodes.TooManyListeners);

    /// <summary>One caller listens to more streams than one may.</summary>
    public static HttpProblem ListenerLimit() => Of(
        StatusCodes.Status429TooManyRequests, "too many streams of events listened to from one address; end one of them first", HttpErrorCodes.ListenerLimit);

    /// <summary>One caller asks for more answers at a time than one may.</summary>
    public static HttpProblem CallerLimit() => Of(
        StatusCodes.Status429TooManyRequests, "too many answers asked for at a time from one address; ask again when those under way are given", HttpErrorCodes.CallerLimit);

    /// <summary>It is asked by a name that is not its own.</summary>
    public static HttpProblem WrongHost(string host) => Of(
        StatusCodes.Status421MisdirectedRequest, $"expected a name of this server, found '{host}'; start it with --name {host} where a proxy uses that name", HttpErrorCodes.Host);

    /// <summary>A parameter is wrong.</summary>
    public static HttpProblem Of(Error error) => Of(StatusCodes.Status400BadRequest, error);

    /// <summary>The problem behind an exception; null for one that is a defect.</summary>
    public static HttpProblem? Of(Exception e) => e switch
    {
        QueryException query => Of(query.Error),
        BadHttpRequestException bad => Of(bad.StatusCode, "the request could not be read", HttpErrorCodes.BadRequest),
        OperationCanceledException => Of(
            StatusCodes.Status503ServiceUnavailable, "the answer took too long and was given up; ask for less, such as fewer days", HttpErrorCodes.TooLong),
        RecordException { Error.IsTouched: true } => Of(
            StatusCodes.Status503ServiceUnavailable, "the record does not keep to its checkpoint and is not served; its operator sees why", RecordErrorCodes.Touched),
        RecordException or IOException or UnauthorizedAccessException => Of(
            StatusCodes.Status503ServiceUnavailable, "the record cannot be read just now; its operator sees why", HttpErrorCodes.Unreadable),
        _ when TooLargeException.In(e) is { } tooLarge => Of(StatusCodes.Status422UnprocessableEntity, tooLarge.Message, HttpErrorCodes.TooLarge),
        _ => null,
    };

    /// <summary>A defect of the program; what it was is for the operator alone.</summary>
    public static HttpProblem Defect() =>
        Of(StatusCodes.Status500InternalServerError, "this is a defect in Holdfire, not in your request", HttpErrorCodes.Defect);

    /// <summary>The bytes of a problem.</summary>
    public static byte[] Bytes(HttpProblem problem) => JsonSerializer.SerializeToUtf8Bytes(problem, ProblemJson.Readable.HttpProblem);

    /// <summary>Answers with a problem at once, before anything is worked out.</summary>
    /// <param name="response">The response.</param>
    /// <param name="problem">The problem.</param>
    /// <param name="retryAfter">After how many seconds to ask again.</param>
    /// <param name="stop">Ends the sending.</param>
    public static async Task WriteAsync(HttpResponse response, HttpProblem problem, int retryAfter, CancellationToken stop)
    {
        var body = Bytes(problem);
        (response.StatusCode, response.ContentType, response.ContentLength) = (problem.Status, HttpProblem.ContentType, body.Length);
        response.Headers.RetryAfter = retryAfter.ToString(CultureInfo.InvariantCulture);
        (response.Headers.CacheControl, response.Headers.XContentTypeOptions) = ("no-store", "nosniff");
        await response.Body.WriteAsync(body, stop).ConfigureAwait(false);
    }

    private static HttpProblem Of(int status, Error error) =>
        Of(status, error.ToString(), error.Code, error.Place, Some(error.Expected), Some(error.Found));

    private static string? Some(string text) => text.Length > 0 ? text : null;

    private static HttpProblem Of(int status, string detail, string code, string? where = null, string? expected = null, string? found = null) =>
        new("about:blank", ReasonPhrases.GetReasonPhrase(status), status, detail, code, where, expected, found);
}

namespace Holdfire.Server.Api;

/// <summary>The codes of problems that only a server has; they never change their meaning.</summary>
public static class HttpErrorCodes
{
    /// <summary>There is nothing at this address, or nothing for who asks.</summary>
    public const string NotFound = "http.not_found";

    /// <summary>The address takes another method.</summary>
    public const string Method = "http.method";

    /// <summary>Entries are taken from the machine of the server alone.</summary>
    public const string NotLocal = "http.not_local";

    /// <summary>What the request came with to say who asks is not good, or nothing came that is needed here.</summary>
    public const string NotSignedIn = "http.not_signed_in";

    /// <summary>Who asks may not do this.</summary>
    public const string Forbidden = "http.forbidden";

    /// <summary>The body is of a type that is not taken.</summary>
    public const string MediaType = "http.media_type";

    /// <summary>Too many listen already; come again later.</summary>
    public const string TooManyListeners = "http.too_many";

    /// <summary>One caller asks for more answers at a time than one may.</summary>
    public const string CallerLimit = "http.caller_limit";

    /// <summary>One caller listens to more streams of events than one may.</summary>
    public const string ListenerLimit = "http.listener_limit";

    /// <summary>The server was asked by a name that is not its own.</summary>
    public const string Host = "http.host";

    /// <summary>The request could not be read.</summary>
    public const string BadRequest = "http.bad_request";

    /// <summary>The answer took too long and was given up; ask for less.</summary>
    public const string TooLong = "http.too_long";

    /// <summary>The question is too large to answer.</summary>
    public const string TooLarge = "query.too_large";

    /// <summary>The server has no key to write with.</summary>
    public const string ReadOnly = "record.read_only";

    /// <summary>An entry does not stand to the rules of the record; nothing was added.</summary>
    public const string Refused = "record.refused";

    /// <summary>The record cannot be read just now.</summary>
    public const string Unreadable = "record.unreadable";

    /// <summary>A defect of the program; please report it.</summary>
    public const string Defect = "defect";
}

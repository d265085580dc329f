using System.Text.Json.Serialization;

namespace Holdfire.Server.Api;

/// <summary>What is wrong with a request, as RFC 9457 has it, with the stable code of the error.</summary>
/// <param name="Type">Always <c>about:blank</c>: the code says what kind of error it is.</param>
/// <param name="Title">The status in words.</param>
/// <param name="Status">The HTTP status.</param>
/// <param name="Detail">One clear line for a person.</param>
/// <param name="Code">What kind of error it is, stable, for programs; docs/errors.md lists them.</param>
/// <param name="Where">The parameter or path; null where it is neither.</param>
/// <param name="Expected">What was expected there; null where nothing can be said.</param>
/// <param name="Found">What was found there; null where nothing can be said.</param>
public sealed record HttpProblem(
    string Type,
    string Title,
    int Status,
    string Detail,
    string Code,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Where = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Expected = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Found = null)
{
    /// <summary>The media type of problems.</summary>
    public const string ContentType = "application/problem+json";
}

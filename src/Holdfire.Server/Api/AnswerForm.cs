namespace Holdfire.Server.Api;

/// <summary>A form in which an answer is given.</summary>
/// <param name="Name">Its name as the parameter <c>f</c> has it: <c>json</c>, <c>csv</c>, <c>geojson</c>.</param>
/// <param name="ContentType">Its media type.</param>
internal sealed record AnswerForm(string Name, string ContentType);

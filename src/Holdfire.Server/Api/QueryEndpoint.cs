using System.Globalization;
using Holdfire.Views;

namespace Holdfire.Server.Api;

/// <summary>Answers questions of the catalogue.</summary>
internal sealed class QueryEndpoint(ServedRecord record, AnswerCache kept)
{
    /// <summary>The answer.</summary>
    /// <exception cref="QueryException">Thrown where an option is wrong.</exception>
    /// <exception cref="Record.RecordException">The record cannot be read.</exception>
    public ServedAnswer Answer(QueryRequest request, CancellationToken stop)
    {
        var seen = record.View(request.RecordedAt, request.KnownBy);
        var tag = AnswerCache.TagOf(seen, request.Canonical);
        var bytes = kept.Find(tag, () => AnswerForms.Text(
            request.Query.Run(seen.View, request.Arguments, new Work(Environment.ProcessorCount, stop)), request.Form), stop);
        return new ServedAnswer(bytes, request.Form.ContentType, tag, seen.IsFixed && IsSize(request.RecordedAt));
    }

    /// <summary>Whether coordinates of an address always mean the same entries: a size does, an instant or nothing does not.</summary>
    public static bool IsSize(string? recordedAt) => long.TryParse(recordedAt, NumberStyles.None, CultureInfo.InvariantCulture, out _);
}

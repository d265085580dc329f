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
        var seen = record.View(request.RecordedAt, request.KnownBy, stop);
        var tag = AnswerCache.TagOf(seen, request.Canonical);
        var bytes = kept.Find(tag, () => Text(request, seen, stop), stop);
        return new ServedAnswer(bytes, request.Form.ContentType, tag, seen.IsFixed && IsSize(request.RecordedAt));
    }

    // An answer about a record is written while the record is this one's alone, since it is read from it as it is written.
    private string Text(QueryRequest request, ServedView seen, CancellationToken stop) => request.Query.RunOnRecord is { } run
        ? record.ReadAt(seen.Key.Size, r => AnswerForms.Text(request.Query, run(r, request.Arguments), request.Form), stop)
        : AnswerForms.Text(request.Query, request.Query.Run(seen.View, request.Arguments, new Work(Environment.ProcessorCount, stop)), request.Form);

    /// <summary>Whether coordinates of an address always mean the same entries: a size does, an instant or nothing does not.</summary>
    public static bool IsSize(string? recordedAt) => long.TryParse(recordedAt, NumberStyles.None, CultureInfo.InvariantCulture, out _);
}

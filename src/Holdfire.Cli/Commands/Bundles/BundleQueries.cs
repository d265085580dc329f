using System.Collections.Immutable;
using Holdfire.Record.Bundles;
using Holdfire.Views;
using NodaTime;

namespace Holdfire.Cli.Commands.Bundles;

/// <summary>The queries whose answers a bundle can hold, and their answers.</summary>
internal static class BundleQueries
{
    private static ImmutableArray<string> Names => [.. QueryCatalogue.All.Where(q => q.Bundleable).Select(q => q.Name)];

    /// <summary>Refuses a purpose that is no query that a bundle can hold.</summary>
    /// <exception cref="QueryException">It is none, or an argument is wrong.</exception>
    public static void Check(BundlePurpose purpose) => Find(purpose, out _, out _);

    /// <summary>The answer, byte for byte as the command prints it.</summary>
    /// <param name="purpose">The query.</param>
    /// <param name="recorded">The case and what the record held; its instant is replaced by that of the query.</param>
    /// <param name="withCoordinates">False for the form that versions before the coordinates printed.</param>
    /// <exception cref="QueryException">The query cannot be answered as asked.</exception>
    public static string Answer(BundlePurpose purpose, CaseView recorded, bool withCoordinates = true)
    {
        var query = Find(purpose, out var arguments, out var knownBy);
        var view = new CaseView(recorded.Recorded, recorded.Coordinates with { KnownBy = knownBy }) { FusionParameters = recorded.FusionParameters };
        var answer = query.Run(view, arguments, Work.Unlimited).Answer;
        return (withCoordinates ? AnswerJson.Text(answer) : AnswerJson.TextWithoutCoordinates(answer)) + "\n";
    }

    private static QueryInfo Find(BundlePurpose purpose, out QueryArguments arguments, out Instant? knownBy)
    {
        var query = QueryCatalogue.All.FirstOrDefault(q => q.Bundleable && q.Name == purpose.Command) ?? throw new QueryException(
            QueryErrorCodes.UnknownValue, "query", $"one of {string.Join(", ", Names)}", $"'{purpose.Command}'");
        arguments = QueryArguments.Parse(query, purpose.Arguments, out knownBy);
        return query;
    }
}

using System.Collections.Immutable;
using Holdfire.Record.Bundles;
using Holdfire.Views;

namespace Holdfire.Cli.Commands.Bundles;

/// <summary>The queries whose answers a bundle can hold, and their answers.</summary>
internal static class BundleQueries
{
    // Commands that are not in the catalogue yet, with the options that a bundle may hold of them.
    private static readonly ImmutableArray<string> Others = ["incidents", "findings"];

    private static readonly ImmutableArray<string> OtherOptions =
    [
        "--act", "--area", "--as-of", "--by", "--from", "--measure", "--region", "--side", "--source", "--standard", "--statement", "--to",
        "--truce", "--tz", "--unit",
    ];

    private static ImmutableArray<string> Names => [.. QueryCatalogue.All.Where(q => q.Bundleable).Select(q => q.Name), .. Others];

    /// <summary>Refuses a purpose that is no query that a bundle can hold.</summary>
    /// <exception cref="QueryException">It is none, or an argument is wrong.</exception>
    public static void Check(BundlePurpose purpose)
    {
        if (!Names.Contains(purpose.Command!))
        {
            throw new QueryException(QueryErrorCodes.UnknownValue, "query", $"one of {string.Join(", ", Names)}", $"'{purpose.Command}'");
        }

        if (QueryCatalogue.Find(purpose.Command!) is { } query)
        {
            QueryArguments.Parse(query, purpose.Arguments, out _);
        }
        else if (purpose.Arguments.Length % 2 == 1)
        {
            throw new QueryException(QueryErrorCodes.Missing, "query", "arguments of the form --name value", "an odd number of them");
        }
        else if (purpose.Arguments.Chunk(2).FirstOrDefault(pair => !OtherOptions.Contains(pair[0]) || pair[1] is ['@' or '-', ..]) is { } wrong)
        {
            throw new QueryException(
                QueryErrorCodes.UnknownOption, "query", $"arguments of the form --name value with one of {string.Join(", ", OtherOptions)}",
                $"'{wrong[0]} {wrong[1]}'");
        }
    }

    /// <summary>The answer, byte for byte as the command prints it.</summary>
    /// <param name="purpose">The query.</param>
    /// <param name="recorded">The case and what the record held; its instant is replaced by that of the query.</param>
    /// <param name="withCoordinates">False for the form that versions before the coordinates printed.</param>
    /// <exception cref="QueryException">The query cannot be answered as asked.</exception>
    /// <exception cref="InputException">A command that is not in the catalogue failed.</exception>
    public static string Answer(BundlePurpose purpose, CaseView recorded, bool withCoordinates = true)
    {
        Check(purpose);
        if (QueryCatalogue.Find(purpose.Command!) is not { } query)
        {
            return CommandAnswer.Json(purpose, recorded.Recorded, () => recorded.FusionParameters()?.Text);
        }

        var arguments = QueryArguments.Parse(query, purpose.Arguments, out var knownBy);
        var view = new CaseView(recorded.Recorded, recorded.Coordinates with { KnownBy = knownBy }) { FusionParameters = recorded.FusionParameters };
        var answer = query.Run(view, arguments, Work.Unlimited).Answer;
        return (withCoordinates ? AnswerJson.Text(answer) : AnswerJson.TextWithoutCoordinates(answer)) + "\n";
    }
}

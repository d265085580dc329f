using System.Collections.Immutable;
using Holdfire.Views;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;
using NodaTime;

namespace Holdfire.Server.Api;

/// <summary>A question as an address asks it: the query, its options, the coordinates of the view and the form of the answer.</summary>
/// <param name="Query">The query.</param>
/// <param name="Arguments">The values of its options.</param>
/// <param name="RecordedAt">A size of the record or an instant; null for all of it.</param>
/// <param name="KnownBy">Only what sources had published by then; null for everything.</param>
/// <param name="Form">The form of the answer.</param>
/// <param name="Canonical">The question as one text: the same text, the same question.</param>
internal sealed record QueryRequest(
    QueryInfo Query, QueryArguments Arguments, string? RecordedAt, Instant? KnownBy, AnswerForm Form, string Canonical)
{
    private const string FormName = "f";

    /// <summary>Reads the parameters of an address: the options of the command without their dashes.</summary>
    /// <param name="query">The query.</param>
    /// <param name="parameters">The parameters.</param>
    /// <param name="accept">The header <c>Accept</c>, which counts where no form is named.</param>
    /// <exception cref="QueryException">A parameter is not one of the query, or has no value that it can have.</exception>
    public static QueryRequest Of(QueryInfo query, IQueryCollection parameters, StringValues accept)
    {
        var values = ImmutableDictionary.CreateBuilder<string, GivenValue>(StringComparer.Ordinal);
        foreach (var (name, given) in parameters.Where(p => p.Key != FormName))
        {
            var option = OptionOf(query, name);
            var text = Only(name, given);
            if (option.Kind == OptionKind.Flag)
            {
                if (text is "false")
                {
                    continue;
                }

                text = text is "" or "true" ? "" : throw new QueryException(QueryErrorCodes.BadForm, name, "true or false", $"'{text}'");
            }
            else if (text.Length == 0)
            {
                throw new QueryException(QueryErrorCodes.Missing, name, option.ValueName, "none");
            }

            if (!values.TryAdd(option.Name, new GivenValue(text, name)))
            {
                throw new QueryException(QueryErrorCodes.TooMany, name, "one value", "two");
            }
        }

        return Of(query, values.ToImmutable(), AnswerForms.Of(query, parameters.TryGetValue(FormName, out var form) ? Only(FormName, form) : null, accept));
    }

    /// <summary>The parameters that a query has in an address.</summary>
    public static IEnumerable<OptionInfo> ParametersOf(QueryInfo query) =>
        query.Options.Where(o => o.Kind != OptionKind.File && !o.IsForOwner).Append(CommonOptions.RecordedAt)
            .Concat(query.RunOnRecord is null ? [CommonOptions.KnownBy] : []);

    /// <summary>What an option is called in an address.</summary>
    public static string NameOf(string option) => option.TrimStart('-');

    private static QueryRequest Of(QueryInfo query, ImmutableDictionary<string, GivenValue> values, AnswerForm form)
    {
        var recordedAt = values.GetValueOrDefault(CommonOptions.RecordedAt.Name).Text;
        var knownBy = values.TryGetValue(CommonOptions.KnownBy.Name, out var instant) ? QueryArguments.ReadInstant(instant.As, instant.Text) : (Instant?)null;
        var options = values.Remove(CommonOptions.RecordedAt.Name).Remove(CommonOptions.KnownBy.Name);
        if (query.Options.FirstOrDefault(o => (o.Required || o.Kind == OptionKind.Position) && !options.ContainsKey(o.Name)) is { } missing)
        {
            throw new QueryException(
                QueryErrorCodes.Missing, NameOf(missing.Name), missing.ValueName.Length > 0 ? missing.ValueName : missing.Help, "none");
        }

        if (query.ConflictIn(o => options.ContainsKey(o.Name)) is { } conflict)
        {
            throw new QueryException(conflict);
        }

        var canonical = string.Join('\n', options.OrderBy(o => o.Key, StringComparer.Ordinal).Select(o => $"{o.Key}={Uri.EscapeDataString(o.Value.Text)}"));
        return new QueryRequest(
            query, new QueryArguments(options, ImmutableDictionary<string, NamedText>.Empty), recordedAt, knownBy, form, $"{query.Name}\n{form.Name}\n{canonical}");
    }

    private static OptionInfo OptionOf(QueryInfo query, string name) =>
        ParametersOf(query).FirstOrDefault(o => o.IsCalled("--" + name) || (o.Kind == OptionKind.Position && o.Name == name))
        ?? throw new QueryException(
            QueryErrorCodes.UnknownOption, query.Name,
            $"one of {string.Join(", ", ParametersOf(query).Select(o => NameOf(o.Name)).Append(FormName))}",
            $"'{name}'{(query.WhyNot("--" + name) is { } reason ? $": {reason}" : "")}");

    private static string Only(string name, StringValues given) => given.Count == 1
        ? given[0] ?? ""
        : throw new QueryException(QueryErrorCodes.TooMany, name, "one value", FormattableString.Invariant($"{given.Count}"));
}

using System.Collections.Immutable;
using System.Text.Json;
using Holdfire.Views;
using NodaTime;

namespace Holdfire.Queries.Tests;

/// <summary>Asks as the command line does, in this process.</summary>
internal static class Ask
{
    /// <summary>The result of a command line without the name of the program, such as an example; words are parted by blanks.</summary>
    public static QueryResult Line(string line) => Words(line.Split(' '));

    /// <summary>The JSON of the answer.</summary>
    public static JsonElement Json(params string[] words) => AnswerJson.Element(Words(words).Answer);

    /// <summary>The result of these words; <c>--case</c> is a folder from the root of the repository, <c>--format</c> and names of files are passed over.</summary>
    public static QueryResult Words(params string[] words)
    {
        var query = QueryCatalogue.All.Where(q => words.Take(q.Name.Split(' ').Length).SequenceEqual(q.Name.Split(' '))).MaxBy(q => q.Name.Length)
            ?? throw new ArgumentException($"no query: {string.Join(' ', words)}", nameof(words));
        var values = ImmutableDictionary.CreateBuilder<string, GivenValue>();
        var files = ImmutableDictionary.CreateBuilder<string, NamedText>();
        string? folder = null;
        Instant? knownBy = null;
        for (var i = query.Name.Split(' ').Length; i < words.Length; i++)
        {
            var option = query.Option(words[i]) ?? (words[i].StartsWith("--", StringComparison.Ordinal) ? null : query.Options.First(o => o.Kind == OptionKind.Position));
            switch (option)
            {
                case { Kind: OptionKind.Flag }:
                    values[option.Name] = new GivenValue("", words[i]);
                    break;
                case { Kind: OptionKind.Position }:
                    values[option.Name] = new GivenValue(words[i], option.Name);
                    break;
                case { Kind: OptionKind.File }:
                    files[option.Name] = new NamedText(words[++i], File.ReadAllText(words[i]));
                    break;
                case not null:
                    values[option.Name] = new GivenValue(words[i + 1], words[i]);
                    i++;
                    break;
                case null when words[i] == "--case":
                    folder = words[++i];
                    break;
                case null when CommonOptions.KnownBy.IsCalled(words[i]):
                    knownBy = QueryArguments.ReadInstant(words[i], words[++i]);
                    break;
                case null when words[i] is "--format" or "--out" or "--annex":
                    i++;
                    break;
                default:
                    throw new ArgumentException($"unknown option: {words[i]}", nameof(words));
            }
        }

        var view = CaseView.Of(BuiltInCases.Load(folder ?? throw new ArgumentException("no case", nameof(words))), knownBy);
        return query.Run(view, new QueryArguments(values.ToImmutable(), files.ToImmutable()), Work.Unlimited);
    }
}

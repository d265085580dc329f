using Holdfire.CaseFormat;
using Holdfire.Findings;
using Holdfire.Views;

namespace Holdfire.Queries;

/// <summary>The table of rules and the standard of proof of a query.</summary>
public static class RulesChoice
{
    /// <summary><c>--rules FILE</c>.</summary>
    public static OptionInfo Rules { get; } = new("--rules", "FILE", "a YAML file with a mission's own rules (docs/findings.md)")
    {
        Kind = OptionKind.File,
        Expects = "a YAML file",
    };

    /// <summary><c>--standard STANDARD</c>.</summary>
    public static OptionInfo Standard(string help) => new("--standard", "STANDARD", help);

    /// <summary>The rules of the file that the arguments name, else the shipped ones.</summary>
    /// <exception cref="QueryException">The file is no table of rules.</exception>
    public static FindingRules Of(QueryArguments arguments) => Of(arguments.File(Rules));

    /// <summary>The rules of a file, else the shipped ones.</summary>
    /// <exception cref="QueryException">The file is no table of rules.</exception>
    public static FindingRules Of(NamedText? named)
    {
        if (named is not { } file)
        {
            return FindingRulesFile.BuiltIn;
        }

        var (rules, errors) = FindingRulesFile.Read(file.Name, file.Text);
        return rules ?? throw QueryException.Of(errors);
    }

    /// <summary>The standard of proof asked for, of those that a claim can reach; null where none is.</summary>
    /// <exception cref="QueryException">It is none of them.</exception>
    public static StandardOfProof? StandardOf(QueryArguments arguments, OptionInfo option) => arguments.Text(option) switch
    {
        null => null,
        "alleged" => StandardOfProof.Alleged,
        "disputed" => StandardOfProof.Disputed,
        "corroborated" => StandardOfProof.Corroborated,
        "verified" => StandardOfProof.Verified,
        var text => throw new QueryException(
            QueryErrorCodes.UnknownValue, arguments.NameOf(option), "one of alleged, disputed, corroborated, verified", $"'{text}'"),
    };
}

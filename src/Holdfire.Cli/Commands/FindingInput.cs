using System.Collections.Immutable;
using System.CommandLine;
using Holdfire.Acts;
using Holdfire.Model;
using Holdfire.Views;
using Holdfire.Cli.Output;
using Holdfire.Findings;
using Holdfire.Fusion;
using Holdfire.Places;
using Holdfire.CaseFormat;

namespace Holdfire.Cli.Commands;

/// <summary>The options that all <c>findings</c> commands share, and what they make of the command line.</summary>
internal sealed class FindingInput
{
    private readonly Option<string> folder = Options.Case();
    private readonly Option<string?> rules = Options.Text("--rules", "FILE", "a YAML file with a mission's own rules (docs/findings.md)");
    private readonly Option<string?> asOf = Options.AsOf();
    private readonly Option<string?> truce = Options.Text("--truce", "ID", "findings under this truce");
    private readonly Option<string?> side = Options.Text("--side", "PARTY", "events of which this party is named as actor");
    private readonly Option<string?> act = Options.Text("--act", "ACT", "this act and those below it");
    private readonly Option<string?> area = Options.Text("--area", "AREA", "events that may lie in this area");
    private readonly Option<string?> standard =
        Options.Text("--standard", "STANDARD", "this standard of proof or better: alleged, disputed, corroborated or verified");

    private readonly FusionOption fusion = new();
    private readonly Option<bool> apart = new("--apart") { Description = "each report alone, without fusing reports into incidents" };

    public static FindingRules RulesOf(string? file)
    {
        if (file is null)
        {
            return FindingRulesFile.BuiltIn;
        }

        if (!File.Exists(file))
        {
            throw new InputException($"--rules: expected a YAML file, found no file '{file}'");
        }

        var (rules, faults) = FindingRulesFile.Load(file);
        FaultLines.Print(faults);

        return rules ?? throw new InputException($"{file}: {CaseInput.Count(faults.Length)}; no finding was made");
    }

    /// <summary>What findings are about: the incidents of the case, and the numbers of statements; sums with what bears them out.</summary>
    public static ImmutableArray<FindingSubject> SubjectsOf(Case @case, FusionInput fusion, FindingRules rules) =>
        SumSupports.Add(@case, Subjects.OfIncidents(@case, IncidentInputs.Fuse(fusion).Chosen(@case.Places)), rules);

    /// <summary>What is asked for by name, with the standards that a claim can reach.</summary>
    public static StandardOfProof StandardOf(string text) => text switch
    {
        "alleged" => StandardOfProof.Alleged,
        "disputed" => StandardOfProof.Disputed,
        "corroborated" => StandardOfProof.Corroborated,
        "verified" => StandardOfProof.Verified,
        _ => throw new InputException($"--standard: expected one of alleged, disputed, corroborated, verified; found '{text}'"),
    };

    public void AddTo(Command command)
    {
        foreach (var option in (Option[])[folder, truce, side, act, area, standard, rules, apart, asOf])
        {
            command.Add(option);
        }

        fusion.AddTo(command);
        command.Validators.Add(result =>
        {
            if (result.GetValue(apart) && fusion.IsNamed(result))
            {
                result.AddError("expected one of --apart and --parameters, found both: what is not fused has no parameters");
            }
        });
    }

    /// <summary>The case, the table of rules, and the findings asked for.</summary>
    public FindingAnswer Read(ParseResult result)
    {
        var instant = Options.ReadInstant(result.GetValue(asOf));
        var table = RulesOf(result.GetValue(rules));
        var @case = CaseInput.Load(result, folder).AsOf(instant);
        TruceId? only = result.GetValue(truce) is { } t ? Options.Known("--truce", t, @case.Truces.Select(x => x.Id)) : null;
        var filter = Filter(result, @case);
        var input = result.GetValue(apart) ? null : fusion.Of(result, @case);
        var subjects = (input is null ? SumSupports.Add(@case, Subjects.OfReports(@case), table) : SubjectsOf(@case, input, table)).Where(filter.Subject);
        return new FindingAnswer(@case, table, input?.Parameters.Version, [.. Found(@case, [.. subjects], table, only).Where(filter.Finding)], instant);
    }

    /// <summary>The findings on the subjects.</summary>
    public static ImmutableArray<Finding> Found(Case @case, ImmutableArray<FindingSubject> subjects, FindingRules rules, TruceId? only) =>
        WorkLine.While("finding on", subjects.Length, "events", () => Finder.Find(@case, subjects, rules, only));

    private (Func<FindingSubject, bool> Subject, Func<Finding, bool> Finding) Filter(ParseResult result, Case @case)
    {
        PartyId? actor = result.GetValue(side) is { } s ? Options.Known("--side", s, @case.Parties.Select(p => p.Id)) : null;
        ActCode? code = result.GetValue(act) is { } a ? Options.Known("--act", a, ActList.Codes) : null;
        var place = result.GetValue(area) is { } name ? new AreaFilter(@case.Places, Options.ReadArea("--area", name, @case)) : null;
        var least = result.GetValue(standard) is { } text ? StandardOf(text) : StandardOfProof.Withdrawn;
        return (
            x => (actor is not { } who || x.Actors.Contains(who)) && (code is not { } c || c.Contains(x.Act)) && (place?.MayHold(x.Areas, x.Point, x.Scopes) ?? true),
            f => f.Ladder.Standard >= least);
    }
}

using System.Collections.Immutable;
using Holdfire.Findings;
using Holdfire.Fusion;
using Holdfire.Model;
using Holdfire.Views;
using NodaTime;

namespace Holdfire.Queries;

/// <summary>The findings that a query asks for, with what they were made by.</summary>
/// <param name="View">The view.</param>
/// <param name="Rules">The table of rules.</param>
/// <param name="Parameters">The version of the set that the reports were fused by; null where nothing was fused.</param>
/// <param name="Findings">The findings, in the order of the case.</param>
/// <param name="Zone">The zone in which a table prints times.</param>
internal sealed record FindingsMade(CaseView View, FindingRules Rules, string? Parameters, ImmutableArray<Finding> Findings, DateTimeZone Zone)
{
    private static readonly OptionInfo Truce = new("--truce", "ID", "findings under this truce");

    private static readonly OptionInfo Standard =
        RulesChoice.Standard("this standard of proof or better: alleged, disputed, corroborated or verified");

    private static readonly OptionInfo Open = OptionInfo.Flag("--open", "only what is alleged or disputed within the terms or perhaps within them, and still to be verified");

    private static readonly OptionInfo Apart = OptionInfo.Flag("--apart", "each report alone, without fusing reports into incidents");

    /// <summary>The options.</summary>
    public static ImmutableArray<OptionInfo> Options { get; } =
        [Truce, .. EventFilter.Options, Standard, Open, RulesChoice.Rules, Apart, FusionChoice.Parameters];

    /// <summary>Those that cannot be given together.</summary>
    public static ImmutableArray<OptionConflict> Conflicts { get; } = [new(Apart, FusionChoice.Parameters, "what is not fused has no parameters"), new(Open, Standard, "what is open is alleged or disputed")];

    /// <summary>Reports that are too many to tell apart: there is no finding on them.</summary>
    public ImmutableArray<CrowdedReports> Crowded { get; init; } = [];

    /// <summary>The case as it was known.</summary>
    public Case Case => View.Known;

    /// <summary>Makes them.</summary>
    /// <exception cref="QueryException">An option is wrong.</exception>
    public static FindingsMade Of(CaseView view, QueryArguments arguments, Work work)
    {
        var table = RulesChoice.Of(arguments);
        var truce = arguments.Known(Truce, view.Known.Truces.Select(t => t.Id));
        var filter = EventFilter.Of(arguments, view.Known);
        var open = arguments.Has(Open);
        var least = RulesChoice.StandardOf(arguments, Standard) ?? StandardOfProof.Withdrawn;
        var made = arguments.Has(Apart) ? null : FusionChoice.Fused(view, arguments, work);
        var fused = made?.Result;
        var all = fused is null ? SumSupports.Add(view.Known, Subjects.OfReports(view.Known), table) : EventsByStandard.SubjectsOf(view, table, fused);
        ImmutableArray<FindingSubject> subjects = [.. all.Where(s => filter.Lets(FilteredEvent.Of(s)))];
        var found = work.While("finding on", subjects.Length, "events", () => Finder.Find(view.Known, subjects, table, truce));
        return new FindingsMade(
            view, table, fused?.Parameters.Version, [.. found.Where(f => f.Ladder.Standard >= least && (!open || f.IsOpen))], arguments.Zone(CommonOptions.Zone, view.Known))
        {
            Crowded = fused?.Crowded ?? [],
        };
    }
}

using System.Collections.Frozen;
using Holdfire.Model;
using Holdfire.Places;
using Holdfire.Views;

namespace Holdfire.Counts;

/// <summary>The claims of the sources that a query counts. What other sources say, of inclusions too, plays no part.</summary>
internal sealed class CountedTogether
{
    private readonly ClaimTable table;
    private readonly FrozenSet<SourceId> sources;

    /// <summary>The claims of some sources.</summary>
    /// <param name="ofCase">The table of the case.</param>
    /// <param name="standing">The case, without claims that were withdrawn or corrected.</param>
    /// <param name="sources">The sources.</param>
    public CountedTogether(ClaimTable ofCase, Case standing, IEnumerable<SourceId> sources)
    {
        this.sources = sources.ToFrozenSet();
        table = ofCase.For(standing, this.sources);
    }

    /// <summary>The same where it hangs on the sources what a claim that was corrected or withdrawn leads on to.</summary>
    /// <param name="known">The case, with the claims that were withdrawn or corrected.</param>
    /// <param name="sources">The sources.</param>
    public CountedTogether(Case known, IEnumerable<SourceId> sources)
    {
        this.sources = sources.ToFrozenSet();
        table = ClaimTable.Of(known.StandingFor(this.sources), this.sources);
    }

    /// <summary>The parts of each claim.</summary>
    public IReadOnlyDictionary<ReportId, List<Report>> Parts => table.Parts;

    /// <summary>Their claims in a measure.</summary>
    public ClaimSeries SeriesOf(Measure measure, Gazetteer places)
    {
        var known = table.Links.IsEmpty ? null : table.PlacesOf(c => sources.Contains(c.Source));
        return new ClaimSeries(table, table.PlacesOf(c => !c.IsPart && c.Measure == measure && sources.Contains(c.Source)), null, known, places);
    }
}

using System.Collections.Immutable;
using Holdfire.Acts;
using Holdfire.Counts;
using Holdfire.Model;
using Holdfire.Places;
using Holdfire.Time;
using Holdfire.Views;
using NodaTime;

namespace Holdfire.Assessment;

/// <summary>One source's claims about one alleged actor, or those that name none, by start, end and id.</summary>
/// <param name="Source">The source.</param>
/// <param name="Actor">Who is said to have acted; null for claims that name nobody.</param>
/// <param name="Table">All reports of the case.</param>
/// <param name="Places">The places of the claims there, in order.</param>
/// <param name="Uppers">Of which of them the upper count alone stays; null for none.</param>
internal sealed record Claims(Source Source, PartyId? Actor, ClaimTable Table, int[] Places, bool[]? Uppers)
{
    /// <summary>All groups of the case, in the order of sources and actors; claims that name no actor come after those that do.</summary>
    public static ImmutableArray<Claims> Of(CaseView view)
    {
        var (@case, table) = (view.Standing, ClaimTable.Of(view));
        var groups = table.AllClasses.Select(c => (c.Source, c.Actor)).ToHashSet();
        var actors = @case.Parties.Select(p => (PartyId?)p.Id).Append(null).ToList();
        return [.. from source in @case.Sources
                   from actor in actors
                   where groups.Contains((source.Id, actor))
                   let claims = new Claims(source, actor, table, table.PlacesOf(c => c.Source == source.Id && c.Actor == actor), null)
                   where claims.Places.Length > 0
                   select claims];
    }

    /// <summary>The claim of a number among these.</summary>
    public Report ReportOf(int claim)
    {
        var report = Table.Reports[Places[claim]];
        return Uppers?[claim] == true ? report with { Count = new CountRange(0, report.Count.Max) } : report;
    }

    /// <summary>Claims as they were made, however much of each stays, of the classes asked for.</summary>
    public IEnumerable<Report> Made(Func<ClaimClass, bool> wanted)
    {
        bool[] ofClass = [.. Table.AllClasses.Select(wanted)];
        return Places.Where(p => ofClass[Table.Classes[p]]).Select(p => Table.Reports[p]);
    }

    /// <summary>The acts that the claims name, in order.</summary>
    public ImmutableArray<ActCode> Acts => [.. Classes.Select(c => c.Class.Act).Distinct().Order()];

    /// <summary>The classes of the claims, each with how many claims are of it.</summary>
    public IEnumerable<(ClaimClass Class, int Claims)> Classes
    {
        get
        {
            var counts = new int[Table.AllClasses.Count];
            foreach (var place in Places)
            {
                counts[Table.Classes[place]]++;
            }

            return Table.AllClasses.Where(c => counts[c.Number] > 0).Select(c => (c, counts[c.Number]));
        }
    }

    /// <summary>The claims that touch a time, cut to a prohibition's areas.</summary>
    /// <remarks>
    /// A claim that lies within one of the areas stays as it is; one that lies outside all is left out; of one that may
    /// lie in part outside only the upper count stays. A claim without a place lies somewhere in its source's scope.
    /// </remarks>
    public Claims Within(Interval time, ImmutableArray<AreaCode> areas, Gazetteer places)
    {
        var known = new Dictionary<AreaCode, RetainedShare>();
        RetainedShare Of(AreaCode area)
        {
            if (!known.TryGetValue(area, out var kept))
            {
                known[area] = kept = areas.Any(a => places.Contains(a, area)) ? RetainedShare.Whole
                    : areas.All(a => places.AreDisjoint(a, area)) ? RetainedShare.Nothing : RetainedShare.Upper;
            }

            return kept;
        }

        return Keep(time, kind =>
        {
            ImmutableArray<AreaCode> own = kind.Areas.IsEmpty ? [Source.Scope] : kind.Areas;
            return own.All(a => Of(a) == RetainedShare.Whole) ? RetainedShare.Whole : own.All(a => Of(a) == RetainedShare.Nothing) ? RetainedShare.Nothing : RetainedShare.Upper;
        });
    }

    /// <summary>The claims that touch a time and certainly lie outside some areas.</summary>
    public Claims Outside(Interval time, ImmutableArray<AreaCode> areas, Gazetteer places) => Keep(time, kind =>
        (kind.Areas.IsEmpty ? [Source.Scope] : kind.Areas).All(own => areas.All(a => places.AreDisjoint(a, own))) ? RetainedShare.Whole : RetainedShare.Nothing);

    /// <summary>The claims aimed at what the truce leaves free: of a claim without a target only the upper count stays.</summary>
    public Claims Without(ImmutableArray<TargetKind> forbidden) => Keep(null, kind =>
        forbidden.Any(f => f.Contains(kind.Target)) ? RetainedShare.Nothing : forbidden.Any(kind.Target.MayBe) ? RetainedShare.Upper : RetainedShare.Whole);

    /// <summary>The claims without those of excepted acts: of one that may be of such an act only the upper count stays.</summary>
    public Claims Except(ImmutableArray<ActCode> acts) => acts.IsEmpty ? this : Keep(null, kind =>
        acts.Any(a => a.Contains(kind.Act)) ? RetainedShare.Nothing : acts.Any(kind.Act.Contains) ? RetainedShare.Upper : RetainedShare.Whole);

    /// <summary>The claims that touch a time.</summary>
    public Claims Touching(Interval time) => Keep(time, _ => RetainedShare.Whole);

    /// <summary>The claims with their upper counts alone, since any of them may be about somebody else.</summary>
    public Claims AtMost() => Keep(null, _ => RetainedShare.Upper);

    /// <summary>The claims that may be of an act.</summary>
    public Claims About(ActCode act) => Keep(null, kind => act.IsDisjointFrom(kind.Act) ? RetainedShare.Nothing : RetainedShare.Whole);

    /// <summary>The claims that count in a unit.</summary>
    public Claims In(CountUnit unit) => Keep(null, kind => kind.Unit == unit ? RetainedShare.Whole : RetainedShare.Nothing);

    private Claims Keep(Interval? time, Func<ClaimClass, RetainedShare> of)
    {
        var (from, to) = time is { } t
            ? (Intervals.StartOf(t).ToUnixTimeTicks(), Intervals.EndOf(t).ToUnixTimeTicks()) : (long.MinValue, long.MaxValue);
        var byClass = new RetainedShare?[Table.AllClasses.Count];
        bool Stays(int place) => Table.Starts[place] < to && Table.Ends[place] > from &&
            (byClass[Table.Classes[place]] ??= of(Table.AllClasses[Table.Classes[place]])) != RetainedShare.Nothing;
        var places = new int[Places.Count(Stays)];
        var uppers = Uppers is null && !byClass.Contains(RetainedShare.Upper) ? null : new bool[places.Length];
        for (int i = 0, filled = 0; filled < places.Length; i++)
        {
            if (Stays(Places[i]))
            {
                places[filled] = Places[i];
                uppers?[filled] = Uppers?[i] == true || byClass[Table.Classes[Places[i]]] == RetainedShare.Upper;
                filled++;
            }
        }

        return this with { Places = places, Uppers = uppers };
    }
}

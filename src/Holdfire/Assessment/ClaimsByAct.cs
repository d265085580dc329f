using System.Collections.Immutable;
using Holdfire.Acts;
using Holdfire.Reports;

namespace Holdfire.Assessment;

/// <summary>One source's claims about one actor, by act, so that many acts can be asked for.</summary>
internal sealed class ClaimsByAct
{
    private readonly SortedDictionary<ActCode, ImmutableArray<Report>> groups = [];
    private readonly Claims claims;

    /// <summary>The claims by act.</summary>
    public ClaimsByAct(Claims claims)
    {
        this.claims = claims;
        var builders = new Dictionary<ActCode, ImmutableArray<Report>.Builder>();
        foreach (var report in claims.Reports)
        {
            (builders.TryGetValue(report.Act, out var group) ? group : builders[report.Act] = ImmutableArray.CreateBuilder<Report>())
                .Add(report);
        }

        foreach (var (act, group) in builders)
        {
            groups[act] = group.DrainToImmutable();
        }
    }

    /// <summary>The acts that the source names, in order.</summary>
    public IEnumerable<ActCode> Acts => groups.Keys;

    /// <summary>The claims that may be of an act, act after act.</summary>
    public Claims About(ActCode act)
    {
        var own = groups.Where(g => !g.Key.IsDisjointFrom(act)).Select(g => g.Value).ToArray();
        return claims with { Reports = own.Length == 1 ? own[0] : [.. own.SelectMany(g => g)] };
    }
}

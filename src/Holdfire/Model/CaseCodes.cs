using System.Collections.Immutable;
using Holdfire.Acts;

namespace Holdfire.Model;

/// <summary>The acts, kinds of targets and units that a case may name: the built-in lists and what the case adds to them.</summary>
public sealed class CaseCodes
{
    private readonly ImmutableDictionary<string, string> acts, targets, units;

    /// <summary>The built-in lists with these codes added.</summary>
    public CaseCodes(ImmutableArray<OwnCode> ownActs, ImmutableArray<OwnCode> ownTargets, ImmutableArray<OwnCode> ownUnits)
    {
        (OwnActs, OwnTargets, OwnUnits) = (ownActs, ownTargets, ownUnits);
        (acts, targets, units) = (Names(ownActs), Names(ownTargets), Names(ownUnits));
        Acts = [.. ActList.Codes.Concat(acts.Keys.Select(c => new ActCode(c))).Order()];
        Targets = [.. TargetList.Kinds, .. targets.Keys.Select(c => new TargetKind(c)).Order()];
        Units = [.. CountUnit.BuiltIn, .. units.Keys.Select(c => new CountUnit(c)).Order()];
    }

    /// <summary>The built-in lists alone.</summary>
    public static CaseCodes BuiltIn { get; } = new([], [], []);

    /// <summary>The acts that the case adds.</summary>
    public ImmutableArray<OwnCode> OwnActs { get; }

    /// <summary>The kinds of targets that the case adds.</summary>
    public ImmutableArray<OwnCode> OwnTargets { get; }

    /// <summary>The units that the case adds.</summary>
    public ImmutableArray<OwnCode> OwnUnits { get; }

    /// <summary>All acts in the order of their codes.</summary>
    public ImmutableArray<ActCode> Acts { get; }

    /// <summary>All kinds of targets: the built-in ones in their order, then the case's own.</summary>
    public ImmutableArray<TargetKind> Targets { get; }

    /// <summary>All units: the built-in ones in their order, then the case's own.</summary>
    public ImmutableArray<CountUnit> Units { get; }

    /// <summary>Whether the case may name the act.</summary>
    public bool IsKnown(ActCode act) => ActList.IsKnown(act) || acts.ContainsKey(act.Value);

    /// <summary>Whether the case may name the kind of target.</summary>
    public bool IsKnown(TargetKind kind) => TargetList.IsKnown(kind) || targets.ContainsKey(kind.Value);

    /// <summary>Whether the case may name the unit.</summary>
    public bool IsKnown(CountUnit unit) => CountUnit.BuiltIn.Contains(unit) || units.ContainsKey(unit.Value);

    /// <summary>The words printed for an act; its code where the case does not know it.</summary>
    public string NameOf(ActCode act) => ActList.IsKnown(act) ? ActList.LabelOf(act) : acts.GetValueOrDefault(act.Value, act.Value);

    /// <summary>The words printed for a kind of target; its code where the case does not know it.</summary>
    public string NameOf(TargetKind kind) =>
        TargetList.IsKnown(kind) ? TargetList.LabelOf(kind) : targets.GetValueOrDefault(kind.Value, kind.Value);

    /// <summary>The words printed for a unit, as a plural noun.</summary>
    public string NameOf(CountUnit unit) =>
        units.TryGetValue(unit.Value, out var name) ? name : unit == CountUnit.Breach ? "breaches" : $"{unit.Value}s";

    private static ImmutableDictionary<string, string> Names(ImmutableArray<OwnCode> own) =>
        own.ToImmutableDictionary(c => c.Code, c => c.Name, StringComparer.Ordinal);
}

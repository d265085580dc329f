using CsCheck;
using Holdfire.Talks.Stability;
using Holdfire.Model;

namespace Holdfire.Tests.Talks.Stability;

public sealed class StabilityAnalysisTests
{
    private static readonly Gen<string> Literal = Gen.Select(Gen.Int[0, 4], Gen.Bool).Select((i, not) => (not ? "!" : "") + (char)('a' + i));

    private static readonly Gen<string> Statement = Gen.Select(Literal, Literal, Gen.Int[0, 4]).Select((x, y, how) => how switch
    {
        0 => $"{x} & {y}",
        1 => $"{x} | {y}",
        2 => $"{x} -> {y}",
        3 => $"{x} <-> {y}",
        _ => x,
    });

    // Five options of three parties.
    private static readonly Gen<ConflictModel> Models = Gen.Select(
        Gen.Int[0, 2].Array[5], Gen.Int[0, 2].Array[5], Statement.Array[0, 2], Statement.Array[0, 4], Statement.Array[0, 4], Statement.Array[0, 4])
        .Select((owners, moves, infeasible, one, two, three) =>
            ModelBuilder.Of(owners, [.. moves.Select(m => (OptionMoves)m)], infeasible, one, two, three))
        .Where(m => m.States().Length > 0);

    [Fact]
    public void Of_AnyModel_IsWhatTheDefinitionsSayForEachAlone() => Models.Sample(model =>
    {
        var definitions = new Definitions(model, (p, x, y) => Key(model, p, x, 0, ulong.MaxValue) > Key(model, p, y, 0, ulong.MaxValue));
        return StabilityAnalysis.Of(model).States.All(s =>
            s.Surely.Select((kinds, p) => kinds == definitions.Of(s.State, [p])).All(same => same) &&
            s.Equilibrium == s.Surely.Aggregate(StabilityKinds.All, (a, b) => a & b));
    });

    [Fact]
    public void Coalitional_OfAnyModel_IsWhatTheDefinitionsSayForEveryCoalition() => Models.Sample(model =>
    {
        var definitions = new Definitions(model, (p, x, y) => Key(model, p, x, 0, ulong.MaxValue) > Key(model, p, y, 0, ulong.MaxValue));
        int[][] coalitions = [[0], [1], [2], [0, 1], [0, 2], [1, 2], [0, 1, 2]];
        return StabilityAnalysis.Of(model).States.All(s =>
            s.Coalitional == coalitions.Aggregate(StabilityKinds.All, (kinds, c) => kinds & definitions.Of(s.State, c)));
    });

    [Fact]
    public void Of_UnknownStatements_IsWhatHoldsForEveryReadingAndForSome() =>
        Gen.Select(Models, Gen.Int[0, 3], Gen.Int[0, 3]).Sample((known, first, second) =>
        {
            var model = known with { Preferences = [Unknown(known.Preferences[0], first), Unknown(known.Preferences[1], second), known.Preferences[2]] };
            var readings = Bits(model.Preferences[0]).SelectMany(_ => Bits(model.Preferences[1]), (a, b) => new[] { a, b, (0UL, ulong.MaxValue) })
                .Select(r => new Definitions(model, (p, x, y) => Key(model, p, x, r[p].Item1, r[p].Item2) > Key(model, p, y, r[p].Item1, r[p].Item2)))
                .ToList();
            return StabilityAnalysis.Of(model).States.All(s => Enumerable.Range(0, 3).All(p =>
            {
                var each = readings.ConvertAll(r => r.Of(s.State, [p]));
                return s.Surely[p] == each.Aggregate(StabilityKinds.All, (a, b) => a & b) && s.Possibly[p] == each.Aggregate((a, b) => a | b);
            }));
        }, iter: 30);

    [Fact]
    public void Of_AnyModel_KeepsTheOrderOfTheSenses() => Models.Sample(model => StabilityAnalysis.Of(model).States.SelectMany(s => s.Surely).All(k =>
        (!k.HasFlag(StabilityKinds.Nash) || k == StabilityKinds.All) && (!k.HasFlag(StabilityKinds.Smr) || k.HasFlag(StabilityKinds.Gmr)) &&
        (!k.HasFlag(StabilityKinds.Seq) || k.HasFlag(StabilityKinds.Gmr))));

    [Fact]
    public void Of_OptionsThatCannotBeTakenBack_AllowNoMoveBack()
    {
        var model = ModelBuilder.Of([0, 1], [OptionMoves.OnlyTaken], [], ["!a"], ["b"]);
        var taken = StabilityAnalysis.Of(model).States.Single(s => s.State == 1u);
        Assert.True(taken.Surely[0].HasFlag(StabilityKinds.Nash));
    }

    private static PartyPreferences Unknown(PartyPreferences preferences, int at) => at >= preferences.Statements.Length ? preferences
        : preferences with { Statements = preferences.Statements.SetItem(at, preferences.Statements[at] with { IsUnknown = true }) };

    private static IEnumerable<(ulong, ulong)> Bits(PartyPreferences preferences)
    {
        var at = preferences.Statements.Select(s => s.IsUnknown).ToList().IndexOf(true);
        var bit = at < 0 ? 0 : 1UL << preferences.Statements.Length - 1 - at;
        return at < 0 ? [(0, ulong.MaxValue)] : [(0, ulong.MaxValue), (bit, ulong.MaxValue), (0, ~bit)];
    }

    private static ulong Key(ConflictModel model, int party, uint state, ulong flip, ulong keep) =>
        (model.Preferences[party].Statements.Aggregate(0UL, (key, s) => key * 2 + (s.Formula.IsTrue(state) ? 1UL : 0)) ^ flip) & keep;
}

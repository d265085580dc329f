using System.Collections.Immutable;
using Holdfire.Acts;
using Holdfire.Importers;

namespace Holdfire.CaseFormat.Tests.Imports;

/// <summary>Each value that the layouts allow has its meaning, and no other value has one.</summary>
public sealed class MappingTests
{
    [Theory]
    [InlineData("one_way_attack_uav", "attack.air.uav.one-way")]
    [InlineData("reconnaissance_uav", "recon.air.uav")]
    [InlineData("loitering_munition", "attack.air.uav.loitering")]
    [InlineData("cruise_missile", "attack.air.missile.cruise")]
    [InlineData("ballistic_missile", "attack.air.missile.ballistic")]
    [InlineData("air_missile", "attack.air.missile.air-launched")]
    [InlineData("guided_bomb", "attack.air.bomb.guided")]
    [InlineData("other", "attack")]
    public void UkrainianWeaponClass_IsItsAct(string weaponClass, string act) =>
        AssertAct(ImportFormats.UaAirForce, UaRows.SameDate1.Replace("reconnaissance_uav", weaponClass, StringComparison.Ordinal), act);

    [Theory]
    [InlineData("Unknown UAV", "attack.air.uav")]
    [InlineData("Unknown Missile", "attack.air.missile")]
    [InlineData("X-101/X-555 and Kalibr", "attack.air.missile.cruise")]
    public void UkrainianWeaponOfNoClass_IsAsMuchAsItsNameSays(string weapon, string act) =>
        AssertAct(ImportFormats.UaAirForce, UaRows.UnknownUav.Replace("Unknown UAV", weapon, StringComparison.Ordinal), act);

    [Theory]
    [InlineData("uav", "attack.air.uav")]
    [InlineData("sea_drone", "attack.sea.uav")]
    [InlineData("crewed_boat", "attack.sea.crewed")]
    public void RussianWeaponClass_IsItsAct(string weaponClass, string act) =>
        AssertAct(ImportFormats.RuMod, RuRows.About.Replace(",uav,", $",{weaponClass},", StringComparison.Ordinal), act);

    [Theory]
    [InlineData("minute_about", "2025-03-02T09:30", "2025-03-02T09:30", "about")]
    [InlineData("minute_point", "2025-03-02T09:30", "2025-03-02T09:30", "minute")]
    [InlineData("minute_range", "2025-03-02T09:30", "2025-03-02T10:30", "minute")]
    [InlineData("minute_open_end", "2025-03-02T09:30", "", "open_end")]
    [InlineData("night", "2025-03-01", "2025-03-02", "night")]
    [InlineData("night_and_morning", "2025-03-01", "2025-03-02", "night")]
    [InlineData("none", "", "", "unknown")]
    public void RussianPrecision_IsOneOfTheCaseFormat(string given, string from, string to, string precision)
    {
        var rows = Rows(ImportFormats.RuMod, Window(given, from, to));
        Assert.All(rows, r => Assert.Equal((precision, from, to), (r.Precision, r.From, r.To)));
    }

    [Theory]
    [InlineData("minute_about", "2025-03-02T09:30", "2025-03-02T09:40", "window_end")]
    [InlineData("minute_point", "2025-03-02T09:30", "2025-03-02T09:40", "window_end")]
    [InlineData("minute_range", "2025-03-02T09:30", "2025-03-02T09:20", "window_end")]
    [InlineData("minute_open_end", "2025-03-02T09:30", "2025-03-02T09:40", "window_end")]
    [InlineData("none", "2025-03-01", "", "window_start")]
    [InlineData("dawn", "2025-03-01", "", "time_precision")]
    public void RussianWindow_ThatIsNotAsPreciseAsItSays_IsRejected(string given, string from, string to, string column) =>
        AssertRejected(ImportFormats.RuMod, Window(given, from, to), column);

    [Theory]
    [InlineData("reconnaissance_uav", "spoon", "weapon_class")]
    [InlineData("Europe/Kyiv", "Europe/Moscow", "tz")]
    [InlineData(",date,", ",hour,", "time_precision")]
    [InlineData("2025-05-21,2025-05-21", "2025-05-21,2025-05-20", "window_end")]
    [InlineData("2025-05-21,2025-05-21", "2025-02-29,2025-03-01", "window_start")]
    [InlineData(",1,1,", ",1,-1,", "destroyed")]
    [InlineData(",1,1,", ",99999999999,1,", "launched")]
    [InlineData(",1,1,", ",,,", "launched")]
    [InlineData("UA-2025-05-21-01", "UA 1", "id")]
    public void UkrainianValue_ThatTheLayoutDoesNotAllow_IsRejected(string good, string bad, string column)
    {
        Assert.Contains(good, UaRows.SameDate1, StringComparison.Ordinal);
        AssertRejected(ImportFormats.UaAirForce, UaRows.SameDate1.Replace(good, bad, StringComparison.Ordinal), column);
    }

    // The whole is a claim of its own, whatever is wrong with its parts.
    [Theory]
    [InlineData("Kyiv=6", 0)]
    [InlineData("Odesa oblast", 0)]
    [InlineData("Odesa oblast=some", 0)]
    [InlineData("Atlantis=1", 0)]
    [InlineData("Atlantis=1; Odesa oblast=1", 1)]
    public void UkrainianSplit_ThatDoesNotAddUp_LosesItsPartsAlone(string split, int parts)
    {
        var rows = Rows(ImportFormats.UaAirForce, UaRows.SameDate1 + split);
        Assert.Equal((1, 1, parts), (rows.Count(r => r.Measure == "launched"), rows.Count(r => r.Id.EndsWith("-D", StringComparison.Ordinal)), rows.Count(r => r.PartOf.Length > 0)));
    }

    [Theory]
    [InlineData("minute_range", "2025-03-02", "2025-03-02T10:30")]
    [InlineData("night", "2025-03-01T20:00", "2025-03-02")]
    [InlineData("night", "2025-03-01", "2025-03-03")]
    public void WindowWhoseEndsAreLessExact_IsSomeTimeBetweenThem(string given, string from, string to)
    {
        var rows = Rows(ImportFormats.RuMod, Window(given, from, to));
        Assert.All(rows, r => Assert.Equal(Coded.Within, r.Precision));
    }

    [Fact]
    public void UnknownBody_IsASourceOfItsOwn_AddedOnce()
    {
        using var imported = new ImportedCase();
        var summary = imported.Add(
            ImportFormats.UaAirForce, "a.csv", UaRows.SameDate1.Replace("Air Command South", "Air Command North", StringComparison.Ordinal).Replace(",south,", ",Atlantis,", StringComparison.Ordinal));
        Assert.Equal((2, 0), (summary.Added, summary.Rejected));
        var source = imported.Load().Sources.Single(s => s.Id.Value == "ua-air-command-north");
        Assert.Equal("UA", source.Party?.Value);
        Assert.Contains(summary.Warnings, w => w.StartsWith("target_region 'Atlantis' (1 row)", StringComparison.Ordinal));
    }

    private static string Window(string precision, string from, string to) => RuRows.About
        .Replace("2025-03-02T09:30,2025-03-02T09:30", $"{from},{to}", StringComparison.Ordinal)
        .Replace("minute_about", precision, StringComparison.Ordinal);

    private static void AssertAct(ImportFormat format, string row, string act)
    {
        Assert.True(ActList.IsKnown(new ActCode(act)));
        Assert.All(Rows(format, row), r => Assert.Equal(act, r.Act));
    }

    private static ImmutableArray<ImportedRow> Rows(ImportFormat format, string row)
    {
        using var imported = new ImportedCase();
        var read = imported.Read(format, row);
        Assert.Empty(read.Rejected);
        Assert.NotEmpty(read.Rows);
        return read.Rows;
    }

    private static void AssertRejected(ImportFormat format, string row, string column)
    {
        using var imported = new ImportedCase();
        var read = imported.Read(format, row);
        Assert.Empty(read.Rows);
        var rejected = Assert.Single(read.Rejected);
        Assert.Equal((2, column), (rejected.Line, rejected.Column));
        Assert.NotEmpty(rejected.Expected);
        Assert.NotEmpty(rejected.Found);
    }
}

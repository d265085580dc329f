namespace Holdfire.CaseFormat.Tests.Files;

public sealed class PinReaderTests
{
    [Fact]
    public void Pins_OfACase_AreRead()
    {
        using var folder = With("- {id: P1, same: [R1, R2], by: duty officer, reason: the same crater}");
        var load = CaseFolder.Load(folder.Folder);
        Assert.Empty(load.Errors);
        Assert.True(Assert.Single(load.Case!.Pins).Same);
    }

    [Theory]
    [InlineData("- {id: P1, same: [R1], by: x, reason: y}", "two different reports")]
    [InlineData("- {id: P1, same: [R1, R1], by: x, reason: y}", "two different reports")]
    [InlineData("- {id: P1, by: x, reason: y}", "one of same, not_same and withdraws")]
    [InlineData("- {id: P1, same: [R1, R2], not_same: [R1, R2], by: x, reason: y}", "one of same, not_same and withdraws")]
    [InlineData("- {id: P1, same: [R1, R9], by: x, reason: y}", "a known report")]
    [InlineData("- {id: P1, same: [R1, R2], by: x, reason: y}\n- {id: P1, same: [R1, R2], by: x, reason: y}", "a pin id that is not in use")]
    [InlineData("- {id: P1, same: [R1, R2], by: x, reason: y}\n- {id: P2, not_same: [R2, R1], by: x, reason: y}", "no other pins hold together")]
    [InlineData("- {id: P1, withdraws: P2, by: x, reason: y}\n- {id: P2, same: [R1, R2], by: x, reason: y}", "a pin before this one that stands")]
    [InlineData("- {id: P1, same: [R1, R2], by: x, reason: y}\n- {id: P2, same: [R2, R1], by: x, reason: y}", "what no other pin says")]
    [InlineData("- {id: P1, same: [R1, R2], by: x, reason: ' '}", "words")]
    public void Pins_ThatAreNotWhole_AreNamed(string text, string expected)
    {
        using var folder = With(text);
        var error = CaseFolder.Load(folder.Folder).Errors[0];
        Assert.Equal("pins.yaml", error.Where);
        Assert.Contains(expected, error.Expected, StringComparison.Ordinal);
    }

    [Fact]
    public void Pins_ThatAreWithdrawn_StandNoMoreAndContradictNone()
    {
        using var folder = With(
            "- {id: P1, same: [R1, R2], by: x, reason: y}\n- {id: P2, withdraws: P1, by: x, reason: y}\n- {id: P3, not_same: [R1, R2], by: x, reason: y}");
        var load = CaseFolder.Load(folder.Folder);
        Assert.Empty(load.Errors);
        Assert.Equal("P3", Assert.Single(load.Case!.Pins).Id);
    }

    private static SmallCase With(string pins) => new(new(SmallCase.Good) { ["pins.yaml"] = pins });
}

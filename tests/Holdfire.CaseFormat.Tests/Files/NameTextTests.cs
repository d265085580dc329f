using CsCheck;
using Holdfire.CaseFormat.Entries;
using Holdfire.Record.Entries;

namespace Holdfire.CaseFormat.Tests.Files;

public sealed class NameTextTests
{
    [Theory]
    [InlineData("Z-1", null)]
    [InlineData("Чугуїв-é", null)]
    [InlineData("Z\u200b-1", "U+200B")]
    [InlineData("Z\u202e1", "U+202E")]
    [InlineData("Z\u00ad1", "U+00AD")]
    [InlineData("Z\u001b1", "U+001B")]
    [InlineData("Z\ufe0f1", "U+FE0F")]
    [InlineData("\u3164", "U+3164")]
    [InlineData("e\u0301", "the same written otherwise")]
    [InlineData("\u212b", "the same written otherwise")]
    public void ErrorOfId_Text_NamesWhatNobodySees(string id, string? found)
    {
        var error = NameText.ErrorOfId(id);
        Assert.Equal(found is null, error is null);
        Assert.Contains(found ?? "", error?.Found ?? "", StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("نیم‌روز", true)]
    [InlineData("ශ්‍රී ලංකාව", true)]
    [InlineData("Zu\u200crich", false)]
    [InlineData("North\u202e", false)]
    public void ErrorOfName_Joiners_AreForScriptsThatSpellWithThem(string name, bool fits) => Assert.Equal(fits, NameText.ErrorOfName(name) is null);

    // Half of a pair is in no UTF-8, and is refused as what cannot be seen.
    [Fact]
    public void ErrorOfId_AnyText_IsAnsweredAndHalfAPairRefused() =>
        Gen.String.Sample(text => NameText.ErrorOfId(text) is not null || !text.EnumerateRunes().Any(r => r.Value == 0xFFFD) || text.Contains('\uFFFD', StringComparison.Ordinal));

    [Theory]
    [InlineData("parties.yaml", "id: BB", "id: \"B\\u200bB\"", "an id without hidden characters", "U+200B")]
    [InlineData("parties.yaml", "name: Party B", "name: \"Party\\u202e B\"", "a name without hidden characters", "U+202E")]
    [InlineData("case.yaml", "code: X-S", "code: \"X-S\\u0301\"", "an id in composed characters", "the same written otherwise")]
    [InlineData("case.yaml", "aliases: [the north]", "aliases: [the north, \"the\\e north\"]", "a name without hidden characters", "U+001B")]
    [InlineData("statements.yaml", "id: S01.2", "id: \"S01.2\\u2060\"", "an id without hidden characters", "U+2060")]
    [InlineData("talks.yaml", "label: fishing", "label: \"fish\\u200bing\"", "a name without hidden characters", "U+200B")]
    [InlineData("reports/2030-01.csv", "R2,", "R2\u200b,", "an id without hidden characters", "U+200B")]
    [InlineData("reports/2030-01.csv", "R2,", "Re\u0301,", "an id in composed characters (Unicode NFC), here R\u00e9", "the same written otherwise")]
    public void Load_AnIdOrNameThatLooksLikeAnother_IsRefused(string file, string old, string changed, string expected, string found)
    {
        using var small = SmallCase.With(file, old, changed);
        var error = Assert.Single(CaseFolder.Load(small.Folder).Errors, f => f.Expected.Contains(expected, StringComparison.Ordinal));
        Assert.Equal(file, error.Where);
        Assert.Contains(found, error.Found, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_ANewEntryWithAHiddenCharacterInItsId_IsRefused()
    {
        Assert.Null(ItemFile.Read("r.yaml", "{id: \"Z\\u200b-1\", source: aa}", EntryKind.Report, null, out var errors));
        Assert.Contains("U+200B", Assert.Single(errors).Found, StringComparison.Ordinal);
    }
}

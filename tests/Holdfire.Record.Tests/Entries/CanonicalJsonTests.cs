using System.Text;
using System.Text.Json;
using CsCheck;
using Holdfire.Record.Entries;

namespace Holdfire.Record.Tests.Entries;

public sealed class CanonicalJsonTests
{
    private static readonly Gen<string> Name = Gen.String[Gen.Char['a', 'z'], 1, 6];

    // Any text that UTF-8 can hold, control characters, quotes and letters beyond the basic plane among them.
    private static readonly Gen<string> Text = Gen.OneOf([.. new[] { "", "\"", "\\", "\u0001\u001f\u007f", "é\u2028", "\U0001F54A", "a/b<>&'", "\r\n\t\b\f" }.Select(Gen.Const)]);

    private static readonly Gen<string> Map = Gen.Select(Name, Text).Array[0, 6].Select(Write);

    [Theory]
    [InlineData("""{ "b" : "1", "a" : [ "x", true, false, {} ] }""", """{"a":["x",true,false,{}],"b":"1"}""")]
    [InlineData("\"\\u20ac$\\u000F\\u000aA'\\u0042\\u0022\\u005c\\\\\\\"\\/\"", "\"€$\\u000f\\nA'B\\\"\\\\\\\\\\\"/\"")]
    [InlineData("""{"\u20ac":"Euro Sign","\r":"Carriage Return","1":"One","\ud83d\ude00":"Emoji","\u0080":"Control","\u00f6":"o"}""",
        "{\"\\r\":\"Carriage Return\",\"1\":\"One\",\"\u0080\":\"Control\",\"ö\":\"o\",\"€\":\"Euro Sign\",\"\U0001F600\":\"Emoji\"}")]
    public void Of_AnyForm_GivesTheOneForm(string json, string canonical) =>
        Assert.Equal(canonical, Encoding.UTF8.GetString(CanonicalJson.Of(Encoding.UTF8.GetBytes(json))));

    [Theory]
    [InlineData("1", "found 1")]
    [InlineData("""{"a":null}""", "found null")]
    [InlineData("""{"a":"1","a":"2"}""", "uplicate")]
    [InlineData("\"\\ud800\"", "surrogate")]
    [InlineData("{\"\\ud800\":\"1\",\"a\":\"2\"}", "surrogate")]
    [InlineData("{", "found")]
    [InlineData("", "found")]
    [InlineData("\"a\" \"b\"", "found")]
    public void Of_OutsideTheKind_SaysWhy(string json, string error) =>
        Assert.Contains(error, Assert.Throws<MalformedException>(() => CanonicalJson.Of(Encoding.UTF8.GetBytes(json))).Message, StringComparison.Ordinal);

    [Fact]
    public void Of_NestedTooDeep_IsRefused() => Assert.Throws<MalformedException>(
        () => CanonicalJson.Of(Encoding.UTF8.GetBytes(new string('[', CanonicalJson.DeepestNesting + 1) + new string(']', CanonicalJson.DeepestNesting + 1))));

    [Fact]
    public void Of_ItsOwnResult_IsTheSame() => Map.Sample(json =>
    {
        var once = CanonicalJson.Of(Encoding.UTF8.GetBytes(json));
        return CanonicalJson.Of(once).AsSpan().SequenceEqual(once);
    });

    [Fact]
    public void Of_MembersInAnyOrder_IsTheSame() => Gen.Select(Name, Text).Array[1, 6].Sample(pairs =>
    {
        var one = CanonicalJson.Of(Encoding.UTF8.GetBytes(Write(pairs)));
        var other = CanonicalJson.Of(Encoding.UTF8.GetBytes(Write([.. pairs.Reverse()])));
        return one.AsSpan().SequenceEqual(other);
    });

    private static string Write((string Name, string Text)[] pairs) =>
        JsonSerializer.Serialize(pairs.GroupBy(p => p.Name).ToDictionary(g => g.Key, g => g.Min(p => p.Text)));
}

using System.Text;
using Holdfire.Record.Entries;

namespace Holdfire.Record.Tests.Entries;

public sealed class ContentOfTests
{
    [Theory]
    [InlineData("""{"id":"R1","source":"a"}""")]
    [InlineData("""{"id":"R1","reference":"\",\"content_hash\":\"x","source":"a"}""")]
    [InlineData("""{"id":"R1","inner":{"a":"1","content_hash":"x"},"source":"a"}""")]
    public void ContentOf_WhateverTheContentHolds_IsTheContent(string content)
    {
        var entry = Made.Entry(Made.Key("clerk", 2), EntryKind.Report, content);
        Assert.Equal(Encoding.UTF8.GetString(entry.Content!.Value.Span), Encoding.UTF8.GetString(EntryBytes.ContentOf(entry.Bytes)!.Value.Span));
    }

    [Fact]
    public void ContentOf_Protected_IsNone() => Assert.Null(EntryBytes.ContentOf(
        Made.Key("clerk", 2).SignProtected(Made.Origin, EntryKind.Report, new string('a', 64), Made.At).Bytes));
}

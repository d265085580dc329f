namespace Holdfire.Queries.Tests;

/// <summary>What is asked of every query of the catalogue.</summary>
public sealed class QueryCatalogueTests
{
    public static TheoryData<string> Names => [.. QueryCatalogue.All.Concat(QueryCatalogue.OfRecords).Select(q => q.Name)];

    [Fact]
    public void Names_AreUnique() => Assert.Distinct(QueryCatalogue.All.Concat(QueryCatalogue.OfRecords).Select(q => q.Name));

    [Theory]
    [MemberData(nameof(Names))]
    public void Options_HaveNamesOfTheirOwnAndAreDescribed(string name)
    {
        var query = QueryCatalogue.Find(name)!;
        Assert.Distinct(query.Options.Append(CommonOptions.KnownBy).SelectMany(o => o.Aliases.Prepend(o.Name)));
        Assert.All(query.Options, o => Assert.False(string.IsNullOrWhiteSpace(o.Help)));
        Assert.All(query.Options, o => Assert.Equal(o.Kind != OptionKind.Position, o.Name.StartsWith("--", StringComparison.Ordinal)));
        Assert.NotEmpty(query.Examples);
        Assert.All(query.Examples, e => Assert.StartsWith(name, e, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("--parameters x.json")]
    [InlineData("--side @file")]
    [InlineData("--side --act")]
    [InlineData("--side")]
    [InlineData("--side UA --claimant UA")]
    [InlineData("side UA")]
    public void Parse_WhatABundleMayNotHold_IsRefused(string words) => Assert.Throws<QueryException>(
        () => QueryArguments.Parse(QueryCatalogue.Find("counts")!, words.Split(' '), out _));
}

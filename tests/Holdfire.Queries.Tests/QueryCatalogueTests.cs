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

    [Fact]
    public void CommonOptions_AreTakenByEachQueryOrLeftOutForAReason() => Assert.All(QueryCatalogue.All, q =>
    {
        var taken = q.Options.Where(o => CommonOptions.Names.Contains(o.Name)).Select(o => o.Name).ToList();
        Assert.Equal(CommonOptions.Names.Order(), taken.Concat(q.NotTaken.SelectMany(n => n.Options)).Order());
        Assert.All(q.NotTaken, n => Assert.DoesNotContain('.', n.Reason[^1..]));
    });

    [Fact]
    public void Options_OfOneName_MeanOneThing() => Assert.All(
        // What a number is divided by, and what a day is compared with, are each query's own.
        QueryCatalogue.All.SelectMany(q => q.Options.Where(o => o.Name.StartsWith("--", StringComparison.Ordinal) && o.Name is not ("--by" or "--against"))).GroupBy(o => o.Name, StringComparer.Ordinal),
        same => Assert.Single(same.Select(o => (o.ValueName, o.Kind)).Distinct()));

    [Theory]
    [InlineData("audit --case cases/practice-line")]
    [InlineData("assess --case cases/practice-line")]
    [InlineData("assess --case cases/practice-line --counts")]
    [InlineData("counts --case cases/practice-line --claimant VEL --act attack.shelling --measure occurred --from 2031-03-01 --to 2031-03-14 --by day")]
    [InlineData("incidents --case cases/practice-line")]
    [InlineData("incidents show I-hill-observer-011 --case cases/practice-line")]
    [InlineData("findings --case cases/practice-line")]
    [InlineData("findings counts --case cases/practice-line")]
    [InlineData("obligations --case cases/practice-valley --now 2032-06-01T00:00Z")]
    [InlineData("talks --case cases/ukraine-2025")]
    [InlineData("talks history HALT --case cases/ukraine-2025")]
    [InlineData("talks deadlines --case cases/ukraine-2025 --now 2025-06-01T00:00Z")]
    [InlineData("truces --case cases/practice-line --now 2031-04-01T00:00Z")]
    public void Zone_IsThatOfEveryTimeThatIsPrinted(string line)
    {
        var result = Ask.Line(line + " --tz Asia/Kathmandu");
        var table = result.Table();
        var printed = string.Join('\n', [.. result.Lead(), .. table.Header, .. table.Rows.SelectMany(r => r), .. result.Notes()]);
        Assert.DoesNotMatch(@"\d\d:\d\dZ", printed);
        Assert.DoesNotMatch(@"\d\d:\d\d [+-](?!05:45)\d\d", printed);
        Assert.DoesNotMatch("Europe/|Asia/Beirut|Etc/", printed);
    }

    [Fact]
    public void Assess_OfASource_ShowsItsLinesUnderTheSentencesOfAll()
    {
        const string Line = "assess --case cases/practice-line --truce T1";
        var (all, one) = (Ask.Line(Line).Answer, Ask.Line(Line + " --source vel-staff").Answer);
        var (whole, part) = (((AssessAnswer)all).Truces.Single(), ((AssessAnswer)one).Truces.Single());
        Assert.Equal(whole.Answer, part.Answer);
        Assert.NotEmpty(part.Lines);
        Assert.Equal(whole.Lines.Where(l => l.Source == "vel-staff").Select(Named), part.Lines.Select(Named));
        Assert.True(part.Lines.Length < whole.Lines.Length);
        var actor = ((AssessAnswer)Ask.Line(Line + " --actor VEL").Answer).Truces.Single().Lines;
        Assert.Equal(whole.Lines.Where(l => l.AllegedActor == "VEL").Select(Named), actor.Select(Named));

        static string Named(AssessAnswerLine l) => $"{l.Prohibition} {l.Act} {l.Target} {l.AllegedActor} {l.Source} {l.Measure} {l.Verdict}";
    }

    [Fact]
    public void Talks_OfASource_RestOnItsStatements()
    {
        const string Case = "cases/ukraine-2025";
        var @case = BuiltInCases.Load(Case);
        var speaker = @case.Talks.Entries.SelectMany(e => e.Statements).Select(s => @case.Statements.First(x => x.Id == s).Speaker).First();
        var said = @case.Statements.Where(s => s.Speaker == speaker).Select(s => s.Id.Value).ToHashSet();
        var all = Statements("talks", "--case", Case).ToList();
        var own = Statements("talks", "--case", Case, "--source", speaker.Value).ToList();
        Assert.NotEmpty(own);
        Assert.All(own, s => Assert.Contains(s, said.Contains));
        Assert.Equal(all.Where(s => s.Any(said.Contains)), own);
        Assert.Throws<QueryException>(() => Ask.Json("talks", "deadlines", "--case", Case, "--source", "nobody"));

        static IEnumerable<string[]> Statements(params string[] words) => Ask.Json(words).GetProperty("items").EnumerateArray()
            .SelectMany(i => i.GetProperty("positions").EnumerateArray())
            .Select(p => p.GetProperty("entry").GetProperty("statements").EnumerateArray().Select(s => s.GetString()!).ToArray());
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

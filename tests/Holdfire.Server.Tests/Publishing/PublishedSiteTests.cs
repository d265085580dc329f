using System.Xml.Linq;
using Holdfire.Record.Tiles;
using Holdfire.Record.Verification;
using Holdfire.Server.Publishing;

namespace Holdfire.Server.Tests.Publishing;

/// <summary>The site as files: each page leads only to files that are there, asks nothing of a server, and the log verifies.</summary>
public sealed class PublishedSiteTests : IDisposable
{
    private readonly DirectoryInfo home = Directory.CreateTempSubdirectory("holdfire-publish-");

    public void Dispose() => home.Delete(recursive: true);

    [Fact]
    public async Task Every_link_of_every_page_leads_to_a_file()
    {
        using var made = await ThrowAwayRecord.OfCase(Path.Combine(Repository.Root, "cases", "practice-line"));
        var folder = Path.Combine(home.FullName, "site");
        var count = PublishedSite.Write(ServedRecord.Open(made.Folder), folder, TestContext.Current.CancellationToken);
        var files = Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Select(f => Path.GetRelativePath(folder, f)).ToHashSet();
        Assert.Equal(count, files.Count);
        foreach (var needed in new[] { "index.html", "map/index.html", "truces/T1/index.html", "daily/2031-03-12/index.html", "assets/site.css", "record/checkpoint", "data/findings.json", "data/export/incidents.gpkg", "verify/index.html" })
        {
            Assert.Contains(needed, files);
        }

        var pages = files.Where(f => f.EndsWith("index.html", StringComparison.Ordinal) && f is not ("verify/index.html" or "report/index.html")).ToList();
        Assert.True(pages.Count > 100);
        foreach (var page in pages)
        {
            var html = XDocument.Parse((await File.ReadAllTextAsync(Path.Combine(folder, page), TestContext.Current.CancellationToken)).Replace("<!DOCTYPE html>", "", StringComparison.Ordinal));
            Assert.Empty(html.Descendants("form"));
            foreach (var href in html.Descendants().Select(e => e.Attribute("href")?.Value).OfType<string>().Where(h => !h.StartsWith('#')))
            {
                Assert.DoesNotContain('?', href);
                var target = Path.GetRelativePath(folder, Path.GetFullPath(Path.Combine(folder, Path.GetDirectoryName(page)!, Uri.UnescapeDataString(href), href.EndsWith('/') ? "index.html" : "")));
                Assert.True(files.Contains(target), $"{page} -> {href}");
            }
        }

        Assert.Empty(RecordVerifier.Verify(new FolderTiles(Path.Combine(folder, "record")), new VerifyOptions()).Errors);
        Assert.Throws<IOException>(() => PublishedSite.Write(ServedRecord.Open(made.Folder), folder, default));
    }

    [Fact]
    public async Task A_report_whose_name_no_file_can_have_stops_nothing()
    {
        var source = Path.Combine(Repository.Root, "cases", "practice-line");
        foreach (var file in Directory.EnumerateFiles(source, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(home.FullName, "case", Path.GetRelativePath(source, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            await File.WriteAllTextAsync(copy, (await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken)).Replace("hill-observer-001", new string('あ', 120), StringComparison.Ordinal), TestContext.Current.CancellationToken);
        }

        using var made = await ThrowAwayRecord.OfCase(Path.Combine(home.FullName, "case"));
        var folder = Path.Combine(home.FullName, "site");
        Directory.CreateDirectory(folder);
        Assert.True(PublishedSite.Write(ServedRecord.Open(made.Folder), folder, TestContext.Current.CancellationToken) > 100);
        Assert.True(File.Exists(Path.Combine(folder, "index.html")));
        Assert.Contains(new string('あ', 120), await File.ReadAllTextAsync(Path.Combine(folder, "data", "export", "reports.csv"), TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_given_up_leaves_nothing_behind()
    {
        using var made = await ThrowAwayRecord.OfCase(Path.Combine(Repository.Root, "cases", "practice-line"));
        var folder = Path.Combine(home.FullName, "site");
        Assert.ThrowsAny<OperationCanceledException>(() => PublishedSite.Write(ServedRecord.Open(made.Folder), folder, new CancellationToken(canceled: true)));
        Assert.Empty(Directory.EnumerateFileSystemEntries(home.FullName));
    }

    [Theory]
    [InlineData("/", "index.html")]
    [InlineData("/reports/r%201", "reports/r 1/index.html")]
    [InlineData("/reports/%2e%2e", null)]
    [InlineData("/reports/a%2fb", null)]
    [InlineData("/reports/a%00", null)]
    public void An_address_is_a_file_below_the_folder_or_none(string address, string? path) => Assert.Equal(path, PublishedPath.Of(address));

    [Theory]
    [InlineData("/", "/map", "map/")]
    [InlineData("/truces/T1", "/", "../../")]
    [InlineData("/truces/T1", "/assets/site.css", "../../assets/site.css")]
    [InlineData("/", "/", "./")]
    public void The_way_from_page_to_page_is_relative(string from, string to, string way) => Assert.Equal(way, PublishedPath.Relative(from, to));
}

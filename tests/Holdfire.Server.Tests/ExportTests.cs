using System.Net;
using System.Net.Http.Headers;
using Holdfire.CaseFormat.Entries;
using Holdfire.Exports;
using Holdfire.Record;
using Holdfire.Record.Protection;
using Holdfire.Views;

namespace Holdfire.Server.Tests;

/// <summary>Exports over HTTP are the files that the command writes, whole or page by page.</summary>
public sealed class ExportTests(ServedPractice served) : IClassFixture<ServedPractice>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("csv")]
    [InlineData("hxl")]
    [InlineData("geojson")]
    [InlineData("geopackage")]
    [InlineData("geoparquet")]
    public async Task A_file_has_the_bytes_of_the_command(string format)
    {
        var record = RecordReader.Open(served.Folder).OrThrow();
        var view = new CaseView(RecordCase.Load(record, new ContentFolder(served.Folder), false, null).Case!, new ViewCoordinates(null, new RecordedAt(record.Size)));
        var file = Path.GetTempFileName();
        try
        {
            ExportFormat.Find(format)!.Write(ExportTables.Of("incidents", view, Work.Unlimited), file);
            var response = await served.Client.GetAsync($"/api/v1/export/incidents?f={format}", Stop);
            Assert.Equal(ExportFormat.Find(format)!.MediaType, response.Content.Headers.ContentType!.MediaType);
            Assert.Equal($"incidents.{ExportFormat.Find(format)!.Ending}", response.Content.Headers.ContentDisposition!.FileName!.Trim('"'));
            Assert.Equal(await File.ReadAllBytesAsync(file, Stop), await response.Content.ReadAsByteArrayAsync(Stop));
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Fact]
    public async Task Pages_make_up_the_file()
    {
        var whole = (await served.Client.GetStringAsync("/api/v1/export/reports?f=csv", Stop)).Split('\n');
        var (rows, next) = (new List<string>(), "/api/v1/export/reports?f=csv&limit=40");
        while (next is not null)
        {
            var response = await served.Client.GetAsync(next, Stop);
            var page = (await response.Content.ReadAsStringAsync(Stop)).Split('\n', StringSplitOptions.RemoveEmptyEntries);
            Assert.Equal(whole[0], page[0]);
            rows.AddRange(page.Skip(1));
            next = response.Headers.TryGetValues("Link", out var links) ? links.Single().Split('<', '>')[1] : null;
            Assert.True(next is null || next.Contains("recorded-at=", StringComparison.Ordinal));
        }

        Assert.Equal(whole.Skip(1).Where(l => l.Length > 0), rows);
    }

    [Fact]
    public async Task The_form_is_the_one_that_is_accepted()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1/export/findings");
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("application/vnd.apache.parquet"));
        Assert.Equal("application/vnd.apache.parquet", (await served.Client.SendAsync(request, Stop)).Content.Headers.ContentType!.MediaType);
    }

    [Theory]
    [InlineData("/api/v1/export/nothing", 404)]
    [InlineData("/api/v1/export/reports?f=shapefile", 400)]
    [InlineData("/api/v1/export/reports?limit=0", 400)]
    [InlineData("/api/v1/export/reports?cursor=x", 400)]
    [InlineData("/api/v1/export/reports?nothing=1", 400)]
    public async Task What_is_wrong_is_refused(string address, int status) =>
        Assert.Equal((HttpStatusCode)status, (await served.Client.GetAsync(address, Stop)).StatusCode);
}

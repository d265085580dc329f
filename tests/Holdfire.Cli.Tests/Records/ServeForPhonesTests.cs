using System.Net;

namespace Holdfire.Cli.Tests.Records;

/// <summary>A server that asks who is there is one that phones can send to, with no other step.</summary>
public sealed class ServeForPhonesTests
{
    [Fact]
    public async Task Phone_OfAnAccount_GetsTheFormOfTheCase()
    {
        using var record = new RecordOfCase();
        RecordOfCase.Good("user", "add", "anna", "--role", "monitor", "--record", record.Folder);
        var key = Cli.Json("user", "key", "add", "anna", "--record", record.Folder).GetProperty("secret").GetString();
        using var server = Cli.Start("serve", "--record", record.Folder, "--auth", "on", "--port", "0");
        try
        {
            var stop = TestContext.Current.CancellationToken;
            var line = await server.StandardOutput.ReadLineAsync(stop);
            Assert.StartsWith("listening on http://127.0.0.1:", line, StringComparison.Ordinal);
            using var client = new HttpClient { BaseAddress = new Uri(line!["listening on ".Length..]) };
            Assert.Contains("<formID>", await client.GetStringAsync($"/key/{key}/formList", stop), StringComparison.Ordinal);
            Assert.Equal(HttpStatusCode.Forbidden, (await client.GetAsync("/key/hf_nobody/formList", stop)).StatusCode);
            Assert.True(File.Exists(Path.Combine(record.Private, "keys", "intake.key")));
            Assert.Contains("intake", RecordOfCase.Good("record", "keys", "list", record.Folder), StringComparison.Ordinal);
        }
        finally
        {
            server.Kill();
            await server.WaitForExitAsync(CancellationToken.None);
        }
    }
}

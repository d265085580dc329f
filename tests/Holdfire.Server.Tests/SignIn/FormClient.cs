using System.Net;
using System.Text.RegularExpressions;

namespace Holdfire.Server.Tests.SignIn;

/// <summary>A browser without a screen: it keeps cookies and sends forms back with their token.</summary>
internal sealed partial class FormClient(string address) : IDisposable
{
    private readonly HttpClient http = new(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false }) { BaseAddress = new Uri(address) };

    /// <summary>The cookies that it holds.</summary>
    public Dictionary<string, string> Cookies { get; } = new(StringComparer.Ordinal);

    /// <summary>The lines with which cookies were set.</summary>
    public List<string> Set { get; } = [];

    /// <summary>The page that it was shown last.</summary>
    public string Html { get; private set; } = "";

    /// <summary>Where it was led to last; empty where it was not.</summary>
    public string Location { get; private set; } = "";

    /// <summary>Opens a page.</summary>
    public Task<HttpResponseMessage> Open(string path) => Send(HttpMethod.Get, path, null, null);

    /// <summary>Sends a form of the page that it was shown last.</summary>
    public Task<HttpResponseMessage> Post(string path, params (string Name, string Value)[] fields) => Send(HttpMethod.Post, path, TokenIn(Html), fields);

    /// <summary>Sends a form with a token of its own, or with none.</summary>
    public async Task<HttpResponseMessage> Send(HttpMethod method, string path, string? token, (string Name, string Value)[]? fields)
    {
        using var request = new HttpRequestMessage(method, path);
        if (Cookies.Count > 0)
        {
            request.Headers.Add("Cookie", string.Join("; ", Cookies.Select(c => $"{c.Key}={c.Value}")));
        }

        if (fields is not null)
        {
            request.Content = new FormUrlEncodedContent([.. fields.Select(f => KeyValuePair.Create(f.Name, f.Value)), .. token is null ? Array.Empty<KeyValuePair<string, string>>() : [KeyValuePair.Create("token", token)]]);
        }

        var answer = await http.SendAsync(request, TestContext.Current.CancellationToken);
        foreach (var line in answer.Headers.TryGetValues("Set-Cookie", out var lines) ? lines : [])
        {
            Set.Add(line);
            var (name, value) = line.Split(';')[0].Split('=', 2) is [var n, var v] ? (n, v) : (line, "");
            if (value.Length == 0)
            {
                Cookies.Remove(name);
            }
            else
            {
                Cookies[name] = value;
            }
        }

        Html = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Location = answer.Headers.Location?.ToString() ?? "";
        return answer;
    }

    /// <summary>The token of the forms of a page.</summary>
    public static string TokenIn(string html) => Token().Match(html) is { Success: true } found ? WebUtility.HtmlDecode(found.Groups[1].Value) : "";

    /// <summary>A page without its tokens, which differ each time.</summary>
    public static string WithoutToken(string html) => Token().Replace(html, "");

    public void Dispose() => http.Dispose();

    [GeneratedRegex("name=\"token\" value=\"([^\"]*)\"")]
    private static partial Regex Token();
}

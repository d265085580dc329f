using System.Net;

namespace Holdfire.Record.Tiles;

/// <summary>Reads a published record from a web server (C2SP tlog-tiles is made for that: plain files under one address).</summary>
/// <remarks>
/// The server is not trusted: each file has a limit in size and in time, and redirects are followed within the same scheme, host and
/// port only. Safe to call from several threads at a time.
/// </remarks>
public sealed class HttpTiles : ITileSource, IDisposable
{
    private const int MostRedirects = 3;
    private static readonly TimeSpan UsualTime = TimeSpan.FromSeconds(30);
    private readonly HttpClient http;
    private readonly Uri root;
    private readonly TimeSpan time;

    private HttpTiles(Uri root, TimeSpan time)
    {
        (this.root, this.time) = (root, time);
        http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { Timeout = Timeout.InfiniteTimeSpan };
    }

    /// <inheritdoc/>
    public string Name => root.ToString();

    /// <summary>Whether a text is meant as the address of a record and not as the path of a folder.</summary>
    public static bool IsAddress(string text) =>
        text.StartsWith("https://", StringComparison.OrdinalIgnoreCase) || text.StartsWith("http://", StringComparison.OrdinalIgnoreCase);

    /// <summary>Reads from an address: <c>https://…</c>, or <c>http://…</c> on this machine.</summary>
    /// <param name="address">The address that the record's files lie under; a slash at its end may be left out.</param>
    /// <param name="time">The most time that one file may take; 30 seconds if left out.</param>
    public static Parsed<HttpTiles> Open(string address, TimeSpan? time = null)
    {
        if (!Uri.TryCreate(address, UriKind.Absolute, out var uri) || uri.Query.Length > 0 || uri.Fragment.Length > 0 || uri.UserInfo.Length > 0)
        {
            return RecordError.Invalid(address, "the address of a record, such as https://records.example/harvest, without user, query and fragment", "");
        }

        return uri.Scheme == Uri.UriSchemeHttps || (uri.Scheme == Uri.UriSchemeHttp && uri.IsLoopback)
            ? new HttpTiles(uri.AbsolutePath.EndsWith('/') ? uri : new Uri(uri + "/"), time ?? UsualTime)
            : RecordError.Invalid(address, "https", $"{uri.Scheme}, which anyone on the way could alter");
    }

    /// <inheritdoc/>
    public Parsed<ReadOnlyMemory<byte>>? Read(string path, long most)
    {
        var uri = new Uri(root, path);
        try
        {
            return Task.Run(() => ReadAsync(uri, path, most)).GetAwaiter().GetResult();
        }
        catch (OperationCanceledException e)
        {
            throw new IOException($"{path}: expected the file within {time.TotalSeconds:0.#} seconds, found the server slower; try again", e);
        }
        catch (HttpRequestException e)
        {
            throw new IOException($"{path}: the server could not be reached: {e.Message}", e);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => http.Dispose();

    private async Task<Parsed<ReadOnlyMemory<byte>>?> ReadAsync(Uri uri, string path, long most)
    {
        using var stop = new CancellationTokenSource(time);
        for (var i = 0; ; i++)
        {
            using var response = await http.GetAsync(uri, HttpCompletionOption.ResponseHeadersRead, stop.Token).ConfigureAwait(false);
            switch (response.StatusCode)
            {
                case HttpStatusCode.OK:
                    return await BodyAsync(response, path, most, stop.Token).ConfigureAwait(false);
                case HttpStatusCode.NotFound or HttpStatusCode.Gone:
                    return null;
                case HttpStatusCode.MovedPermanently or HttpStatusCode.Found or HttpStatusCode.TemporaryRedirect or HttpStatusCode.PermanentRedirect:
                    uri = i < MostRedirects ? Target(path, uri, response.Headers.Location) : throw new IOException(
                        $"{path}: expected the file after at most {MostRedirects} redirects, found another one");
                    break;
                default:
                    throw new IOException($"{path}: expected the file, found the status {(int)response.StatusCode} {response.ReasonPhrase}");
            }
        }
    }

    private static Uri Target(string path, Uri from, Uri? location)
    {
        if (location is null)
        {
            throw new IOException($"{path}: expected a redirect that says where to, found none");
        }

        var to = new Uri(from, location);
        return (to.Scheme, to.Host, to.Port) == (from.Scheme, from.Host, from.Port) ? to : throw new IOException(
            $"{path}: expected the file on this server, found a redirect to {to}, which is not followed; if you trust it, give that address");
    }

    private static async Task<Parsed<ReadOnlyMemory<byte>>> BodyAsync(HttpResponseMessage response, string path, long most, CancellationToken stop)
    {
        if (response.Content.Headers.ContentLength is { } length && length > most)
        {
            return RecordError.Invalid(path, $"at most {most} bytes", $"{length}");
        }

        using var body = await response.Content.ReadAsStreamAsync(stop).ConfigureAwait(false);
        using var bytes = new MemoryStream();
        var buffer = new byte[64 << 10];
        for (int read; (read = await body.ReadAsync(buffer, stop).ConfigureAwait(false)) > 0;)
        {
            bytes.Write(buffer, 0, read);
            if (bytes.Length > most)
            {
                return RecordError.Invalid(path, $"at most {most} bytes", "more");
            }
        }

        return new ReadOnlyMemory<byte>(bytes.ToArray());
    }
}

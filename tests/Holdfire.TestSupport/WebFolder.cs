using System.Net;

namespace Holdfire.TestSupport;

/// <summary>Serves a folder on this machine until it is disposed.</summary>
internal sealed class WebFolder : IDisposable
{
    private readonly HttpListener listener;
    private readonly string folder;
    private readonly Func<string, HttpListenerResponse, bool>? instead;

    /// <param name="folder">The folder.</param>
    /// <param name="instead">Answers a path in place of the folder; false to let the folder answer.</param>
    public WebFolder(string folder, Func<string, HttpListenerResponse, bool>? instead = null)
    {
        (this.folder, this.instead) = (folder, instead);
        (listener, Address) = Start();
        _ = ServeAsync();
    }

    /// <summary>The address of the folder.</summary>
    public string Address { get; }

    public void Dispose() => listener.Close();

    // Another process may take a port that was free a moment ago.
    private static (HttpListener Listener, string Address) Start()
    {
        for (var i = 0; ; i++)
        {
            using var probe = new System.Net.Sockets.TcpListener(IPAddress.Loopback, 0);
            probe.Start();
            var address = $"http://127.0.0.1:{((IPEndPoint)probe.LocalEndpoint).Port}/harvest/";
            probe.Stop();
            var listener = new HttpListener { Prefixes = { address } };
            try
            {
                listener.Start();
                return (listener, address);
            }
            catch (HttpListenerException) when (i < 20)
            {
                listener.Close();
            }
        }
    }

    private async Task ServeAsync()
    {
        try
        {
            while (true)
            {
                var context = await listener.GetContextAsync();
                _ = Task.Run(() => Answer(context));
            }
        }
        catch (Exception e) when (e is HttpListenerException or ObjectDisposedException)
        {
            // It was closed.
        }
    }

    private void Answer(HttpListenerContext context)
    {
        var path = context.Request.Url!.AbsolutePath["/harvest/".Length..];
        using var response = context.Response;
        if (instead?.Invoke(path, response) == true)
        {
            return;
        }

        var file = Path.Combine(folder, path);
        if (File.Exists(file))
        {
            response.OutputStream.Write(File.ReadAllBytes(file));
        }
        else
        {
            response.StatusCode = (int)HttpStatusCode.NotFound;
        }
    }
}

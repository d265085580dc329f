
namespace Holdfire.Server.Tests;

/// <summary>The practice case on a server of this process, at a port that is free.</summary>
public sealed class ServedPractice : IAsyncLifetime
{
    private ThrowAwayRecord? made;
    private HoldfireServer? server;

    /// <summary>Asks the server; an address begins with a slash.</summary>
    public HttpClient Client { get; } = new();

    /// <summary>The record's folder.</summary>
    public string Folder => made!.Folder;

    /// <summary>Where the server listens, without a slash at the end.</summary>
    public string Address => server!.Address;

    /// <summary>What the server told its operator.</summary>
    public List<Exception> Told { get; } = [];

    public async ValueTask InitializeAsync()
    {
        made = await ThrowAwayRecord.OfCase(Path.Combine(Repository.Root, "cases", "practice-line"));
        server = await HoldfireServer.StartAsync(ServedRecord.Open(made.Folder), new ServerOptions { Port = 0, IsThrowAway = true, AnswerTime = TimeSpan.FromMinutes(10) }, Told.Add);
        Client.BaseAddress = new Uri(server.Address);
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await server!.DisposeAsync();
        made!.Dispose();
    }
}

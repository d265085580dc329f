using Holdfire.Accounts;
using Holdfire.Server.SignIn;
using NodaTime;

namespace Holdfire.Server.Tests.SignIn;

/// <summary>The practice case on a server that asks who is there.</summary>
public class AskingRecord : WritableRecord
{
    /// <summary>The clock of the server.</summary>
    public SettableTime Time { get; } = new();

    /// <summary>What the server told its operator.</summary>
    public System.Collections.Concurrent.ConcurrentQueue<string> Told { get; } = [];

    /// <summary>Does something with the accounts, as the command line does while a server runs.</summary>
    public async Task<T> Accounts<T>(Func<AccountDesk, Task<T>> work)
    {
        await using var desk = await AccountDesk.OpenAsync(Folder, SystemClock.Instance);
        return await work(desk);
    }

    /// <summary>A new account; the code by which its person sets how to sign in.</summary>
    public async Task<string> Add(string name, Role role, string? party = null) => (await Accounts(d => d.AddAsync(name, role, party))).Value.Code;

    /// <summary>A new account with a key that is good for a day.</summary>
    public async Task<IssuedKey> AddKey(string name, Role role, string? party = null)
    {
        _ = await Add(name, role, party);
        return (await Accounts(d => d.AddKeyAsync(name, "tests", SystemClock.Instance.GetCurrentInstant() + Duration.FromDays(1)))).Value;
    }

    protected override ServerOptions Options(ServerOptions usual) => usual with { SignIn = new SignInOptions { Time = Time, TriesPerAddress = 10_000, Tell = Told.Enqueue } };
}

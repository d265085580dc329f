using Holdfire.Accounts;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Holdfire.Server.OpenRosa;

/// <summary>The keys of accounts as tokens of phones, looked up at each request, so that what was revoked holds no longer.</summary>
public sealed class AccountTokens : IIntakeTokens, IAsyncDisposable
{
    private readonly ServiceProvider services;
    private readonly IClock clock;

    private AccountTokens(ServiceProvider services, IClock clock) => (this.services, this.clock) = (services, clock);

    /// <summary>The keys of the accounts beside a record.</summary>
    /// <param name="record">The record's folder.</param>
    /// <param name="clock">Says what time it is.</param>
    /// <exception cref="Record.RecordException">The file of accounts cannot be used.</exception>
    public static async Task<AccountTokens> OpenAsync(string record, IClock clock)
    {
        // Makes the file ready, where it is not.
        await (await AccountDesk.OpenAsync(record, clock).ConfigureAwait(false)).DisposeAsync().ConfigureAwait(false);
        var all = new ServiceCollection();
        all.AddAccounts(AccountFile.PathOf(record));
        return new AccountTokens(all.BuildServiceProvider(), clock);
    }

    /// <inheritdoc/>
    /// <remarks>A delegate of a party signs with a key of the party's, and sends nothing that the intake signs.</remarks>
    public async Task<IntakeUser?> FindAsync(string token, CancellationToken cancellation)
    {
        var scope = services.CreateAsyncScope();
        await using (scope.ConfigureAwait(false))
        {
            var viewer = await new KeyCheck(scope.ServiceProvider.GetRequiredService<AccountContext>(), clock).FindAsync(token).ConfigureAwait(false);
            return viewer is { Role: Role.Monitor or Role.Analyst or Role.DutyOfficer } ? new IntakeUser(viewer.Name) : null;
        }
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => services.DisposeAsync();
}

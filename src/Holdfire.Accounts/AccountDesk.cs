using System.Collections.Immutable;
using System.Globalization;
using Holdfire.Record;
using Holdfire.Views;
using Microsoft.AspNetCore.Identity;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Holdfire.Accounts;

/// <summary>Where accounts are opened, changed and closed: what <c>holdfire user</c> does.</summary>
/// <remarks>A server that runs meanwhile reads the same file at each request, so that a change holds at once.</remarks>
public sealed class AccountDesk : IAsyncDisposable
{
    /// <summary>How long a code is good.</summary>
    public static readonly Duration CodeLife = Duration.FromDays(3);

    private const string NameRule = "1 to 64 of a–z, 0–9, '.', '-' and '_', the first a letter or digit";
    private readonly ServiceProvider services;
    private readonly AsyncServiceScope scope;
    private readonly IClock clock;

    private AccountDesk(string path, IClock clock)
    {
        this.clock = clock;
        var all = new ServiceCollection();
        all.AddAccounts(path);
        services = all.BuildServiceProvider();
        scope = services.CreateAsyncScope();
    }

    private AccountContext Tables => scope.ServiceProvider.GetRequiredService<AccountContext>();

    private UserManager<Account> Users => scope.ServiceProvider.GetRequiredService<UserManager<Account>>();

    /// <summary>Opens the file of accounts of a record, and makes it where there is none.</summary>
    /// <param name="record">The record's folder.</param>
    /// <param name="clock">Says what time it is.</param>
    /// <exception cref="RecordException">The file cannot be used.</exception>
    public static async Task<AccountDesk> OpenAsync(string record, IClock clock)
    {
        var path = AccountFile.PathOf(record);
        AccountFile.Create(path);
        if (AccountFile.Fault(path) is { } fault)
        {
            throw new RecordException(fault);
        }

        var desk = new AccountDesk(path, clock);
        try
        {
            await desk.PrepareAsync(path).ConfigureAwait(false);
            return desk;
        }
        catch (SqliteException e)
        {
            await desk.DisposeAsync().ConfigureAwait(false);
            throw new RecordException(new Error(AccountErrorCodes.Invalid, path, "a file of accounts", e.Message), e);
        }
        catch
        {
            await desk.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>All accounts with their keys, by name.</summary>
    public async Task<ImmutableArray<ListedAccount>> ListAsync()
    {
        var passkeys = await Tables.UserPasskeys.GroupBy(p => p.UserId).ToDictionaryAsync(g => g.Key, g => g.Count()).ConfigureAwait(false);
        var accounts = await Tables.Users.Include(a => a.Keys).AsNoTracking().ToListAsync().ConfigureAwait(false);
        return [.. accounts.OrderBy(a => a.UserName, StringComparer.Ordinal).Select(a => new ListedAccount(a, passkeys.GetValueOrDefault(a.Id)))];
    }

    /// <summary>Opens an account, with a code by which the person sets how to sign in.</summary>
    /// <param name="name">The name.</param>
    /// <param name="role">The role.</param>
    /// <param name="party">The party that is spoken for; null for all roles but <see cref="Role.Party"/>.</param>
    public async Task<Parsed<IssuedCode>> AddAsync(string name, Role role, string? party)
    {
        if (!PersonId.TryParse(name, out _))
        {
            return new Error(AccountErrorCodes.Invalid, "NAME", NameRule, $"'{name}'");
        }

        if (RoleFault(role, party) is { } fault)
        {
            return fault;
        }

        if (await Users.FindByNameAsync(name).ConfigureAwait(false) is not null)
        {
            return new Error(AccountErrorCodes.Exists, "NAME", "a name that nobody has yet", $"'{name}'; see holdfire user list, and reset for a new code");
        }

        if (await Tables.ClosedNames.AnyAsync(n => n.Name == name).ConfigureAwait(false))
        {
            return new Error(AccountErrorCodes.Exists, "NAME", "a name that nobody has had: what is labelled for a name is that person's for good", $"'{name}', whose account was removed");
        }

        var account = new Account { UserName = name, Role = role, Party = party };
        var issued = Issue(account);
        await Must(Users.CreateAsync(account)).ConfigureAwait(false);
        return issued;
    }

    /// <summary>Gives an account another role. It holds from the next request on.</summary>
    /// <param name="name">The name of the account.</param>
    /// <param name="role">The role.</param>
    /// <param name="party">The party that is spoken for; null for all roles but <see cref="Role.Party"/>.</param>
    public Task<Parsed<Account>> SetRoleAsync(string name, Role role, string? party) => ChangeAsync(name, account =>
    {
        if (RoleFault(role, party) is { } fault)
        {
            return fault;
        }

        (account.Role, account.Party) = (role, party);
        return null;
    });

    /// <summary>Ends all sessions of an account. Its keys stay.</summary>
    /// <param name="name">The name of the account.</param>
    public Task<Parsed<Account>> SignOutAsync(string name) => ChangeAsync(name, _ => null);

    /// <summary>Takes password, passkeys and authenticator app from an account, ends its sessions and issues a new code. Its keys stay.</summary>
    /// <param name="name">The name of the account.</param>
    public async Task<Parsed<IssuedCode>> ResetAsync(string name)
    {
        if (!(await FindAsync(name).ConfigureAwait(false)).Is(out var account, out var error))
        {
            return error;
        }

        foreach (var passkey in await Users.GetPasskeysAsync(account).ConfigureAwait(false))
        {
            await Must(Users.RemovePasskeyAsync(account, passkey.CredentialId)).ConfigureAwait(false);
        }

        // The secret of the authenticator app is one of these.
        await Tables.UserTokens.Where(t => t.UserId == account.Id).ExecuteDeleteAsync().ConfigureAwait(false);
        account.PasswordHash = null;
        var issued = Issue(account);
        await Must(Users.UpdateSecurityStampAsync(account)).ConfigureAwait(false);
        return issued;
    }

    /// <summary>Closes an account: its sessions and keys end. What it entered stays in the record, and nobody else gets its name.</summary>
    /// <param name="name">The name of the account.</param>
    public async Task<Parsed<Account>> RemoveAsync(string name)
    {
        if (!(await FindAsync(name).ConfigureAwait(false)).Is(out var account, out var error))
        {
            return error;
        }

        // One transaction with what follows.
        Tables.ClosedNames.Add(new ClosedName { Name = name, Closed = clock.GetCurrentInstant() });
        await Must(Users.DeleteAsync(account)).ConfigureAwait(false);
        return account;
    }

    /// <summary>Makes a key with which a program acts for a person.</summary>
    /// <param name="name">The name of the account.</param>
    /// <param name="purpose">What it is for.</param>
    /// <param name="until">The instant from which it is no longer good.</param>
    public async Task<Parsed<IssuedKey>> AddKeyAsync(string name, string purpose, Instant until)
    {
        if (!(await FindAsync(name).ConfigureAwait(false)).Is(out var account, out var error))
        {
            return error;
        }

        var now = clock.GetCurrentInstant();
        if (until <= now)
        {
            return new Error(AccountErrorCodes.Invalid, "--until", "a day that is not over", "one that is");
        }

        var secret = Secret.NewKey();
        var key = new AccessKey { Id = Secret.NewKeyId(), AccountId = account.Id, Purpose = purpose, Hash = Secret.HashOf(secret), Made = now, Until = until };
        Tables.Keys.Add(key);
        await Tables.SaveChangesAsync().ConfigureAwait(false);
        return new IssuedKey(key, secret);
    }

    /// <summary>Revokes a key. It holds from the next request on.</summary>
    /// <param name="id">The name of the key.</param>
    public async Task<Parsed<AccessKey>> RevokeKeyAsync(string id)
    {
        if (await Tables.Keys.FindAsync(id).ConfigureAwait(false) is not { } key)
        {
            return new Error(AccountErrorCodes.Unknown, "KEY", "the name of a key, such as holdfire user key list shows", $"'{id}'");
        }

        key.Revoked ??= clock.GetCurrentInstant();
        await Tables.SaveChangesAsync().ConfigureAwait(false);
        return key;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await scope.DisposeAsync().ConfigureAwait(false);
        await services.DisposeAsync().ConfigureAwait(false);
    }

    private static Error? RoleFault(Role role, string? party) => (role, party) switch
    {
        (Role.Party, null or "") => new Error(AccountErrorCodes.Invalid, "--party", "the id of the party that a delegate speaks for", "none"),
        (not Role.Party, not null) => new Error(AccountErrorCodes.Invalid, "--party", $"none with role {RoleNames.NameOf(role)}: delegates alone speak for a party", $"'{party}'"),
        _ => null,
    };

    private async Task PrepareAsync(string path)
    {
        var version = (await Tables.Database.SqlQuery<int>($"PRAGMA user_version").ToListAsync().ConfigureAwait(false))[0];
        if (version == 0)
        {
            // Both in one transaction each: a file that was cut short here is finished the next time.
            await Tables.Database.EnsureCreatedAsync().ConfigureAwait(false);
            await SetVersion().ConfigureAwait(false);
        }
        else if (version == 1)
        {
            await Tables.AddClosedNames().ConfigureAwait(false);
            await SetVersion().ConfigureAwait(false);
        }
        else if (version != AccountContext.Version)
        {
            throw new RecordException(new Error(
                AccountErrorCodes.Invalid, path, FormattableString.Invariant($"a file of accounts of version {AccountContext.Version}"),
                FormattableString.Invariant($"version {version}; use the program that made it, or a newer one")));
        }
    }

    private Task<int> SetVersion() => Tables.Database.ExecuteSqlRawAsync(string.Create(CultureInfo.InvariantCulture, $"PRAGMA user_version = {AccountContext.Version}"));

    private IssuedCode Issue(Account account)
    {
        var code = Secret.NewCode();
        (account.CodeHash, account.CodeUntil) = (Secret.HashOf(code), clock.GetCurrentInstant() + CodeLife);
        return new IssuedCode(account.UserName!, code, account.CodeUntil.Value);
    }

    private async Task<Parsed<Account>> FindAsync(string name) => await Users.FindByNameAsync(name).ConfigureAwait(false) is { } account && account.UserName == name ? account
        : new Error(AccountErrorCodes.Unknown, "NAME", "the name of an account, such as holdfire user list shows", $"'{name}'");

    // Whoever is signed in with what held before is signed out.
    private async Task<Parsed<Account>> ChangeAsync(string name, Func<Account, Error?> change)
    {
        if (!(await FindAsync(name).ConfigureAwait(false)).Is(out var account, out var error))
        {
            return error;
        }

        if (change(account) is { } fault)
        {
            return fault;
        }

        await Must(Users.UpdateSecurityStampAsync(account)).ConfigureAwait(false);
        return account;
    }

    // Whatever a person can do wrong was looked at before.
    private static async Task Must(Task<IdentityResult> work)
    {
        if (await work.ConfigureAwait(false) is { Succeeded: false } failed)
        {
            throw new InvalidOperationException(string.Join("; ", failed.Errors.Select(e => e.Description)));
        }
    }
}

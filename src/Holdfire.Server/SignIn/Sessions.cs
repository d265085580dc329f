using System.Buffers.Text;
using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Cryptography;
using Holdfire.Accounts;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Holdfire.Server.SignIn;

/// <summary>Who is signed in: in memory alone, so that a stopped server and a copied disk hold no session.</summary>
/// <remarks>A session ends half an hour after the last request and half a day after it began, and when anything about its account changes.</remarks>
/// <param name="time">Says what time it is.</param>
internal sealed class Sessions(TimeProvider time) : ITicketStore
{
    /// <summary>How long a session lasts after the last request.</summary>
    public static readonly TimeSpan Idle = TimeSpan.FromMinutes(30);

    /// <summary>How long a session lasts at most.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromHours(12);

    /// <summary>How long after signing in one may change how one signs in.</summary>
    public static readonly TimeSpan Fresh = TimeSpan.FromMinutes(15);

    private const string BeganItem = "began";
    private const string IdItem = "id";
    private const int KeyBytes = 32;

    // More often a request does not count as one.
    private static readonly TimeSpan Beat = TimeSpan.FromMinutes(1);
    private readonly ConcurrentDictionary<string, AuthenticationTicket> tickets = new(StringComparer.Ordinal);

    /// <summary>Begins a session.</summary>
    public async Task Begin(HttpContext context, Account account)
    {
        var began = time.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        await context.RequestServices.GetRequiredService<SignInManager<Account>>()
            .SignInAsync(account, new AuthenticationProperties(new Dictionary<string, string?> { [BeganItem] = began, [IdItem] = NewText() })).ConfigureAwait(false);
    }

    /// <summary>Looks at a session before it is used: it ends with its time and with a change of its account.</summary>
    public async Task Validate(CookieValidatePrincipalContext context)
    {
        var (now, began) = (time.GetUtcNow(), Began(context.Properties));
        var users = context.HttpContext.RequestServices.GetRequiredService<SignInManager<Account>>();
        if (now - began >= Longest || await users.ValidateSecurityStampAsync(context.Principal).ConfigureAwait(false) is not { } account)
        {
            context.RejectPrincipal();
            await context.HttpContext.SignOutAsync(IdentityConstants.ApplicationScheme).ConfigureAwait(false);
            return;
        }

        context.HttpContext.Features.Set(new SignedIn(IdOf(context.Properties), account, began, now - began < Fresh));
        context.ShouldRenew = now - context.Properties.IssuedUtc > Beat;
    }

    /// <summary>Whether a session that was found good goes on: it was not ended, and nothing about its account changed.</summary>
    /// <param name="session">The session.</param>
    /// <param name="tables">The accounts, read anew.</param>
    public async Task<bool> IsOn(SignedIn session, AccountContext tables) =>
        tickets.Values.Any(t => IdOf(t.Properties) == session.Id && t.Properties.ExpiresUtc > time.GetUtcNow())
        && await tables.Users.AsNoTracking().AnyAsync(a => a.Id == session.Account.Id && a.SecurityStamp == session.Account.SecurityStamp).ConfigureAwait(false);

    /// <inheritdoc/>
    public Task<string> StoreAsync(AuthenticationTicket ticket)
    {
        foreach (var (old, _) in tickets.Where(t => t.Value.Properties.ExpiresUtc < time.GetUtcNow()))
        {
            tickets.TryRemove(old, out _);
        }

        var key = NewText();
        tickets[key] = ticket;
        return Task.FromResult(key);
    }

    /// <inheritdoc/>
    public Task RenewAsync(string key, AuthenticationTicket ticket)
    {
        // One that was ended meanwhile does not come back.
        if (tickets.TryGetValue(key, out var before))
        {
            tickets.TryUpdate(key, ticket, before);
        }

        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task<AuthenticationTicket?> RetrieveAsync(string key) => Task.FromResult(tickets.GetValueOrDefault(key));

    /// <inheritdoc/>
    public Task RemoveAsync(string key)
    {
        tickets.TryRemove(key, out _);
        return Task.CompletedTask;
    }

    private static string NewText() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(KeyBytes));

    private static string IdOf(AuthenticationProperties properties) => properties.Items.TryGetValue(IdItem, out var id) ? id ?? "" : "";

    private static DateTimeOffset Began(AuthenticationProperties properties) =>
        DateTimeOffset.FromUnixTimeSeconds(long.TryParse(properties.Items.TryGetValue(BeganItem, out var text) ? text : null, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) ? seconds : 0);
}

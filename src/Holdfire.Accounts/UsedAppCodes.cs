using System.Globalization;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Holdfire.Accounts;

/// <summary>Remembers the codes of authenticator apps that were used, as long as they would be good: each is good once, also when the server starts anew.</summary>
/// <remarks>
/// Of the half minutes at which Identity takes a code, each has one of its own: six digits in their one form are as good as the half minute.
/// They lie with the account's other tokens, and go with the account and with its app.
/// </remarks>
/// <param name="tables">The accounts.</param>
/// <param name="clock">Says what time it is.</param>
public sealed class UsedAppCodes(AccountContext tables, IClock clock)
{
    private const string Provider = "used-app-codes";

    // Identity takes codes of five half minutes.
    private static readonly Duration Life = Duration.FromMinutes(5);

    /// <summary>Uses a code; false where it was used already.</summary>
    /// <param name="account">The account.</param>
    /// <param name="code">The code, six digits.</param>
    public async Task<bool> TryUseAsync(Account account, string code)
    {
        var now = clock.GetCurrentInstant();
        var (over, until) = (Text(now), Text(now + Life));
        await tables.Database.ExecuteSqlAsync($"DELETE FROM AspNetUserTokens WHERE LoginProvider = {Provider} AND Value < {over}").ConfigureAwait(false);

        // One statement, so that of two who come at once one is the first.
        return await tables.Database.ExecuteSqlAsync(
            $"INSERT OR IGNORE INTO AspNetUserTokens (UserId, LoginProvider, Name, Value) VALUES ({account.Id}, {Provider}, {code}, {until})").ConfigureAwait(false) == 1;
    }

    // Seconds since 1970 with zeros before them, so that the order of the texts is that of the times.
    private static string Text(Instant at) => at.ToUnixTimeSeconds().ToString("D12", CultureInfo.InvariantCulture);
}

using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Holdfire.Accounts;

/// <summary>What the accounts are kept and checked with.</summary>
public static class AccountServices
{
    /// <summary>The fewest characters of a password.</summary>
    public const int LeastPassword = 12;

    // As OWASP's Password Storage Cheat Sheet has it for PBKDF2 with HMAC-SHA-512.
    private const int HashRounds = 210_000;

    /// <summary>Adds ASP.NET Core Identity over the file of accounts.</summary>
    /// <param name="services">The services of the program.</param>
    /// <param name="path">The file.</param>
    public static IdentityBuilder AddAccounts(this IServiceCollection services, string path)
    {
        services.AddLogging();
        services.AddDbContext<AccountContext>(o => o.UseSqlite(AccountFile.Connection(path)));
        services.AddSingleton<NobodysPassword>();
        services.AddScoped<UsedAppCodes>();
        services.AddScoped<KeyCheck>();
        services.AddScoped<PasswordCheck>();
        services.AddScoped<CodeCheck>();
        services.Configure<PasswordHasherOptions>(o => o.IterationCount = HashRounds);
        return services.AddIdentityCore<Account>(Configure).AddEntityFrameworkStores<AccountContext>()
            .AddTokenProvider<AuthenticatorTokenProvider<Account>>(TokenOptions.DefaultAuthenticatorProvider);
    }

    private static void Configure(IdentityOptions options)
    {
        options.Stores.SchemaVersion = IdentitySchemaVersions.Version3;

        // Length is what keeps a password from being guessed; rules for its characters make people write it down.
        var password = options.Password;
        password.RequiredLength = LeastPassword;
        password.RequireDigit = password.RequireLowercase = password.RequireUppercase = password.RequireNonAlphanumeric = false;

        // As PersonId has it.
        options.User.AllowedUserNameCharacters = "abcdefghijklmnopqrstuvwxyz0123456789.-_";
    }
}

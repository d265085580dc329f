using Holdfire.Accounts;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace Holdfire.Server.Tests.SignIn;

/// <summary>Whoever tries names learns nothing from how much work an answer costs.</summary>
public sealed class PasswordWorkTests : IDisposable
{
    private readonly DirectoryInfo home = Directory.CreateTempSubdirectory("holdfire-work-");

    [Fact]
    public async Task NameThatNobodyHas_IsHashedAsOftenAsOneThatSomebodyHas()
    {
        Directory.CreateDirectory(Path.Combine(home.FullName, "record.private"));
        var record = Path.Combine(home.FullName, "record");
        await using (var desk = await AccountDesk.OpenAsync(record, NodaTime.SystemClock.Instance))
        {
            _ = (await desk.AddAsync("anna", Role.Monitor, null)).Value;
            _ = (await desk.AddAsync("no-password", Role.Monitor, null)).Value;
        }

        var services = new ServiceCollection();
        services.AddAccounts(AccountFile.PathOf(record));
        services.AddSingleton<NodaTime.IClock>(NodaTime.SystemClock.Instance);
        services.AddSingleton<IPasswordHasher<Account>>(new CountingHasher());
        await using var provider = services.BuildServiceProvider();
        await using var scope = provider.CreateAsyncScope();
        var users = scope.ServiceProvider.GetRequiredService<UserManager<Account>>();
        await users.AddPasswordAsync((await users.FindByNameAsync("anna"))!, "copper window eleven otters");
        var (check, hasher) = (scope.ServiceProvider.GetRequiredService<PasswordCheck>(), (CountingHasher)provider.GetRequiredService<IPasswordHasher<Account>>());
        foreach (var (name, password) in (List<(string, string)>)[("anna", "copper window eleven otters"), ("anna", "wrong"), ("no-password", "wrong"), ("nobody", "wrong"), ("", "")])
        {
            hasher.Checks = 0;
            Assert.Null(await check.FindAsync(name, password, "000000"));
            Assert.Equal((name, 1), (name, hasher.Checks));
        }
    }

    [Fact]
    public void Hash_HasTheRoundsThatAreAdvised()
    {
        var services = new ServiceCollection();
        services.AddAccounts("unused");
        using var provider = services.BuildServiceProvider();
        var hash = Convert.FromBase64String(provider.GetRequiredService<IPasswordHasher<Account>>().HashPassword(new Account(), "x"));

        // Identity's third form: its number, that of HMAC-SHA-512, the rounds.
        Assert.Equal((1, 2, 210_000), (hash[0], BitConverter.ToInt32([.. hash[1..5].Reverse()]), BitConverter.ToInt32([.. hash[5..9].Reverse()])));
    }

    public void Dispose() => home.Delete(recursive: true);

    private sealed class CountingHasher : IPasswordHasher<Account>
    {
        public int Checks { get; set; }

        public string HashPassword(Account user, string password) => $"hash of {password}";

        public PasswordVerificationResult VerifyHashedPassword(Account user, string hashedPassword, string providedPassword)
        {
            Checks++;
            return hashedPassword == $"hash of {providedPassword}" ? PasswordVerificationResult.Success : PasswordVerificationResult.Failed;
        }
    }
}

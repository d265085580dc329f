using Holdfire.Accounts;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Holdfire.Server.Tests.SignIn;

/// <summary>The code of an authenticator app is good once, however it is written and whatever became of the server meanwhile.</summary>
public sealed class AppCodeUseTests : IDisposable
{
    private const string Password = "copper window eleven otters";
    private readonly DirectoryInfo home = Directory.CreateTempSubdirectory("holdfire-codes-");

    [Fact]
    public async Task ACode_IsSixDigitsAndGoodOnce_AlsoAfterAnotherStart()
    {
        Directory.CreateDirectory(Path.Combine(home.FullName, "record.private"));
        var record = Path.Combine(home.FullName, "record");
        await using (var desk = await AccountDesk.OpenAsync(record, SystemClock.Instance))
        {
            _ = (await desk.AddAsync("anna", Role.Monitor, null)).Value;
            _ = (await desk.AddAsync("bo", Role.Monitor, null)).Value;
        }

        string code;
        await using (var server = Started(record))
        {
            var (secret, other) = (await Secret(server, "anna"), await Secret(server, "bo"));
            code = AppCode.Of(secret);
            foreach (var written in Written(code))
            {
                Assert.False(await SignsIn(server, "anna", written), $"'{written}' before '{code}'");
            }

            Assert.True(await SignsIn(server, "anna", $"{code[..3]} {code[3..]}"));
            foreach (var written in (string[])[code, $" {code}", .. Written(code)])
            {
                Assert.False(await SignsIn(server, "anna", written), $"'{written}' after '{code}'");
            }

            Assert.True(await SignsIn(server, "bo", AppCode.Of(other)));
        }

        await using var again = Started(record);
        Assert.False(await SignsIn(again, "anna", code));
        Assert.True(await SignsIn(again, "anna", AppCode.Of(await Secret(again, "anna"), 1)));
    }

    // All of them are the same number to whoever reads numbers; the last are other digits of Unicode.
    private static string[] Written(string code) =>
        ["+" + code, "0" + code, "\t" + code, code + "\n", code + "\0", "\u00a0" + code, string.Concat(code.Select(c => (char)(c - '0' + '\uff10'))), string.Concat(code.Select(c => (char)(c - '0' + '\u0660')))];

    private static ServiceProvider Started(string record)
    {
        var services = new ServiceCollection();
        services.AddAccounts(AccountFile.PathOf(record));
        services.AddSingleton<IClock>(SystemClock.Instance);
        return services.BuildServiceProvider();
    }

    private static async Task<string> Secret(ServiceProvider server, string name)
    {
        await using var scope = server.CreateAsyncScope();
        var users = scope.ServiceProvider.GetRequiredService<UserManager<Account>>();
        var account = (await users.FindByNameAsync(name))!;
        if (account.PasswordHash is null)
        {
            await users.AddPasswordAsync(account, Password);
            await users.ResetAuthenticatorKeyAsync(account);
        }

        return (await users.GetAuthenticatorKeyAsync(account))!;
    }

    private static async Task<bool> SignsIn(ServiceProvider server, string name, string code)
    {
        await using var scope = server.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<PasswordCheck>().FindAsync(name, Password, code) is not null;
    }

    public void Dispose() => home.Delete(recursive: true);
}

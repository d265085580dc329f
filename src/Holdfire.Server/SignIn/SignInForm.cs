using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Holdfire.Server.SignIn;

/// <summary>A form that was sent, and who sent it.</summary>
/// <param name="Context">The request.</param>
/// <param name="Fields">Its fields.</param>
internal sealed record SignInForm(HttpContext Context, IFormCollection Fields)
{
    /// <summary>A field; empty where it is left out.</summary>
    public string this[string name] => Fields[name].ToString();

    /// <summary>Whose address it came from, as far as tries are counted by it.</summary>
    public string Caller => CallerOf(Context);

    /// <summary>A service of the request.</summary>
    public T Service<T>()
        where T : notnull => Context.RequestServices.GetRequiredService<T>();

    /// <summary>Whose address a request came from: a proxy on this machine says last whom it speaks for; others could say anything.</summary>
    public static string CallerOf(HttpContext context)
    {
        var address = context.Connection.RemoteIpAddress;
        var told = context.Request.Headers["X-Forwarded-For"].ToString().Split(',')[^1].Trim();
        return address is not null && System.Net.IPAddress.IsLoopback(address) && System.Net.IPAddress.TryParse(told, out var behind)
            ? Server.Caller.Of(behind, isThisMachineLimited: true)! : Server.Caller.Of(address, isThisMachineLimited: true)!;
    }
}

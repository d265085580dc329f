using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;

namespace Holdfire.Server.SignIn;

/// <summary>A form that was sent, and who sent it.</summary>
/// <param name="Context">The request.</param>
/// <param name="Fields">Its fields.</param>
internal sealed record SignInForm(HttpContext Context, IFormCollection Fields)
{
    /// <summary>The type of forms, and none with files.</summary>
    public const string ContentType = "application/x-www-form-urlencoded";

    // What a passkey says, or a tip, has some kilobytes.
    private const int MostBytes = 64 << 10;

    /// <summary>Reads a form; null where it does not have the token of a page of this site, or is too large.</summary>
    public static async Task<SignInForm?> Read(HttpContext context)
    {
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
        {
            limit.MaxRequestBodySize = MostBytes;
        }

        try
        {
            await context.RequestServices.GetRequiredService<IAntiforgery>().ValidateRequestAsync(context).ConfigureAwait(false);
            return new SignInForm(context, await context.Request.ReadFormAsync().ConfigureAwait(false));
        }
        catch (Exception e) when (e is AntiforgeryValidationException or BadHttpRequestException)
        {
            return null;
        }
    }

    /// <summary>Whether a request brings a form.</summary>
    public static bool Is(HttpRequest request) => request.ContentType?.Split(';')[0].Trim() is ContentType;

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

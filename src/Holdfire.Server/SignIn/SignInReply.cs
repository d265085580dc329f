using System.Text;
using Microsoft.AspNetCore.Http;

namespace Holdfire.Server.SignIn;

/// <summary>What a form is answered with: another page to go to, or a page with a message.</summary>
internal static class SignInReply
{
    /// <summary>Leads to a page of the site.</summary>
    public static ServedResponse Go(string path) => new(StatusCodes.Status303SeeOther, "text/plain; charset=utf-8", default) { Caching = "no-store", Headers = [new("Location", path)] };

    /// <summary>Leads to the account after a session has ended; the browser forgets what it kept.</summary>
    public static ServedResponse SignedOut(string path) => Go(path) with { Headers = [new("Location", path), new("Clear-Site-Data", "\"cache\", \"storage\"")] };

    /// <summary>Options for a passkey.</summary>
    public static ServedResponse Options(string json) => new(StatusCodes.Status200OK, "application/json; charset=utf-8", Encoding.UTF8.GetBytes(json)) { Caching = "no-store" };

    /// <summary>A path of this site to go to: anything else could lead elsewhere.</summary>
    public static string Own(string to) => to is ['/', not ('/' or '\\'), ..] && !to.Any(char.IsControl) ? to : "/account";
}

using Holdfire.Accounts;
using Microsoft.AspNetCore.Http;

namespace Holdfire.Server.SignIn;

/// <summary>Says of a request who makes it, once that was found out.</summary>
internal static class AskedBy
{
    extension(HttpContext context)
    {
        /// <summary>Who asks; anybody where nobody said who it is, or the server does not ask.</summary>
        public Viewer Viewer
        {
            get => context.Features.Get<Viewer>() ?? Viewer.Anybody;
            set => context.Features.Set(value);
        }
    }
}

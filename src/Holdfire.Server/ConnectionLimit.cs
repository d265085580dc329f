using System.Net;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace Holdfire.Server;

/// <summary>How many connections one caller holds open at a time, so that nobody who opens many keeps the others out. Further ones are closed at once.</summary>
/// <param name="perCaller">The most of one caller.</param>
/// <param name="isThisMachineLimited">Whether callers of this machine are limited too. A proxy in front is one, and limits its callers itself.</param>
public sealed class ConnectionLimit(int perCaller, bool isThisMachineLimited)
{
    private readonly CallerShares shares = new(perCaller);

    /// <summary>Sets it up where connections come in.</summary>
    public void Guard(ListenOptions listen) => ((IConnectionBuilder)listen).Use(next => connection => Serve(connection, next));

    private async Task Serve(ConnectionContext connection, ConnectionDelegate next)
    {
        var caller = Caller.Of((connection.RemoteEndPoint as IPEndPoint)?.Address, isThisMachineLimited);
        if (!shares.TryTake(caller))
        {
            connection.Abort();
            return;
        }

        try
        {
            await next(connection).ConfigureAwait(false);
        }
        finally
        {
            shares.GiveBack(caller);
        }
    }
}

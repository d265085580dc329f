using System.Net;
using System.Net.Sockets;

namespace Holdfire.Server;

/// <summary>Who is behind an address, as far as limits tell callers apart.</summary>
/// <remarks>A caller is an address; of IPv6 a network of 64 bits, which one caller has whole.</remarks>
internal static class Caller
{
    /// <summary>The caller's name for limits; null for one who is not limited.</summary>
    /// <param name="address">The address that the caller has.</param>
    /// <param name="isThisMachineLimited">Whether callers of this machine are limited too. A proxy in front is one, and limits its callers itself.</param>
    public static string? Of(IPAddress? address, bool isThisMachineLimited)
    {
        address ??= IPAddress.None;
        address = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        return IPAddress.IsLoopback(address) && !isThisMachineLimited ? null
            : address.AddressFamily == AddressFamily.InterNetworkV6 ? Convert.ToHexString(address.GetAddressBytes().AsSpan(0, 8)) : address.ToString();
    }
}

using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;

namespace Holdfire.Server.Tests.SignIn;

/// <summary>An authenticator app: codes of time (RFC 6238) with HMAC-SHA-1, six digits, half minutes.</summary>
internal static class AppCode
{
    private const string Base32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    /// <summary>The code that an app shows whose clock is off by so many half minutes.</summary>
    public static string Of(string secret, int stepsOff = 0) => At(secret, DateTimeOffset.UtcNow.ToUnixTimeSeconds() + (30L * stepsOff));

    /// <summary>The code at a time in seconds.</summary>
    public static string At(string secret, long seconds)
    {
        Span<byte> message = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(message, seconds / 30);
#pragma warning disable CA5350 // The standard says so, and apps do.
        var hash = HMACSHA1.HashData(Decode(secret), message);
#pragma warning restore CA5350
        var at = hash[^1] & 0xF;
        var number = BinaryPrimitives.ReadInt32BigEndian(hash.AsSpan(at)) & int.MaxValue;
        return (number % 1_000_000).ToString("000000", CultureInfo.InvariantCulture);
    }

    private static byte[] Decode(string secret)
    {
        var (bytes, bits, held) = (new List<byte>(), 0, 0);
        foreach (var letter in secret.TrimEnd('='))
        {
            (held, bits) = (((held << 5) | Base32.IndexOf(letter, StringComparison.Ordinal)) & 0xFFFF, bits + 5);
            if (bits >= 8)
            {
                bits -= 8;
                bytes.Add((byte)((held >> bits) & 0xFF));
            }
        }

        return [.. bytes];
    }
}

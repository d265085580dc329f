namespace Holdfire.Record.Tlog;

/// <summary>Base64 with padding (RFC 4648, section 4), in its one canonical form.</summary>
internal static class Base64
{
    /// <summary>The bytes, or null where the text is not exactly what encoding these bytes gives.</summary>
    public static byte[]? Decode(string text)
    {
        // The base library skips white space and unused bits; two texts for the same bytes would make one proof two.
        var bytes = new byte[text.Length / 4 * 3];
        return Convert.TryFromBase64String(text, bytes, out var length) && Convert.ToBase64String(bytes.AsSpan(0, length)) == text
            ? bytes[..length]
            : null;
    }
}

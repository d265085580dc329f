using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Holdfire.Accounts;

/// <summary>Secrets that are made here and handed out once; their hashes alone are kept.</summary>
/// <remarks>They have 128 bits of chance or more, so that a plain hash of one cannot be turned back by trying, as that of a password can.</remarks>
internal static class Secret
{
    private const string KeyStart = "hf_";
    private const int KeyBytes = 32;
    private const int IdBytes = 4;

    // Without letters that are taken for digits or for each other, after Crockford's base 32.
    private const string CodeLetters = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private const int CodeLength = 28;
    private const int CodeGroup = 4;

    /// <summary>A new key for programs: 256 bits.</summary>
    public static string NewKey() => KeyStart + Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(KeyBytes));

    /// <summary>A new name of a key.</summary>
    public static string NewKeyId() => $"k-{Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(IdBytes))}";

    /// <summary>A new code that a person types: 140 bits, in groups.</summary>
    public static string NewCode() => string.Join('-', RandomNumberGenerator.GetString(CodeLetters, CodeLength).Chunk(CodeGroup).Select(g => new string(g)));

    /// <summary>A code as it was made, from what a person typed.</summary>
    public static string Typed(string code) => string.Join('-', code.ToUpperInvariant().Where(char.IsAsciiLetterOrDigit)
        .Select(c => c switch { 'O' => '0', 'I' or 'L' => '1', _ => c }).Chunk(CodeGroup).Select(g => new string(g)));

    /// <summary>The hash under which a secret is kept.</summary>
    public static string HashOf(string secret) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));
}

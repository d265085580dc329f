using System.Text.RegularExpressions;

namespace Holdfire.Record.Bundles;

/// <summary>The names of the files in a bundle (docs/bundle-format.md). No other name is read, so that no name leads out of it.</summary>
public static partial class BundleFiles
{
    /// <summary>What the bundle is for and what it holds.</summary>
    public const string Manifest = "bundle.json";

    /// <summary>The checkpoint, a signed note with its cosignatures.</summary>
    public const string Checkpoint = "checkpoint";

    /// <summary>The operator's verifier key.</summary>
    public const string OperatorKey = "log.vkey";

    /// <summary>The witnesses' verifier keys, one a line.</summary>
    public const string Witnesses = "witnesses";

    /// <summary>The answer that was published.</summary>
    public const string Figure = "figure.json";

    /// <summary>The bytes of an entry.</summary>
    public static string Entry(long index) => FormattableString.Invariant($"entries/{index}.json");

    /// <summary>The proof that an entry is in the log.</summary>
    public static string Proof(long index) => FormattableString.Invariant($"proofs/{index}.tlog-proof");

    /// <summary>A protected content that has been disclosed.</summary>
    public static string Disclosed(string commitment) => $"disclosed/{commitment}.json";

    /// <summary>An attachment.</summary>
    public static string Attachment(string sha256) => $"attachments/{sha256}";

    /// <summary>Whether a bundle may hold a file of this name.</summary>
    public static bool IsName(string name) => Name().IsMatch(name);

    /// <summary>Whether the log vouches for the file, so that the manifest holds no hash of it.</summary>
    internal static bool IsProven(string name) =>
        name.StartsWith("entries/", StringComparison.Ordinal) || name.StartsWith("proofs/", StringComparison.Ordinal);

    [GeneratedRegex(
        @"^(bundle\.json|checkpoint|log\.vkey|witnesses|figure\.json|entries/(0|[1-9][0-9]{0,15})\.json|proofs/(0|[1-9][0-9]{0,15})\.tlog-proof"
        + @"|disclosed/[0-9a-f]{64}\.json|attachments/[0-9a-f]{64})\z", RegexOptions.CultureInvariant)]
    private static partial Regex Name();
}

using System.Collections.Immutable;
using System.CommandLine;
using Holdfire.Record.Tlog;

namespace Holdfire.Cli.Commands;

/// <summary>What a verifier has from elsewhere: options that records and bundles share.</summary>
internal static class TrustOptions
{
    /// <summary>The keys of witnesses who must have cosigned.</summary>
    public static Option<string[]> Witnesses() => new("--trusted-witness")
    {
        Description = "a witness's key, or a file with keys, got elsewhere: it must have cosigned; can be given several times",
        HelpName = "VKEY|FILE",
        DefaultValueFactory = _ => [],
    };

    /// <summary>A policy whose quorum must be met.</summary>
    public static Option<string?> Policy() =>
        Options.Text("--policy", "FILE", "which witnesses must have cosigned (C2SP tlog-policy): its quorum must be met");

    /// <summary>The keys, each of a witness.</summary>
    public static ImmutableArray<NoteVerifier> ReadWitnesses(string[] given) =>
        [.. given.SelectMany(g => File.Exists(g)
            ? Lines(g).Select(line => ReadWitness(g, line))
            : [ReadWitness("--trusted-witness", g)]).Distinct()];

    /// <summary>The policy, or null where none is named.</summary>
    public static TlogPolicy? ReadPolicy(string? file)
    {
        if (file is null)
        {
            return null;
        }

        if (!File.Exists(file))
        {
            throw new InputException("--policy", "a file", $"no file '{file}'");
        }

        return TlogPolicy.Parse(File.ReadAllText(file)).Is(out var policy, out var error)
            ? policy
            : throw new InputException(error.Within(file));
    }

    private static string[] Lines(string file) =>
        File.ReadAllLines(file) is { Length: > 0 } lines && Array.FindAll(lines, l => l.Length > 0) is { Length: > 0 } keys
            ? keys
            : throw new InputException("--trusted-witness", "a file with a verifier key", $"'{file}' without one");

    private static NoteVerifier ReadWitness(string where, string vkey) =>
        !NoteVerifier.Parse(vkey).Is(out var key, out var error) ? throw new InputException(error.Within(where))
        : key.Kind == SignatureKind.Cosignature ? key
        : throw new InputException(where, "the key of a witness", $"one of kind {key.Kind}");
}

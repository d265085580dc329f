using System.Collections.Immutable;
using System.Globalization;

namespace Holdfire.Record.Tlog;

/// <summary>Gathers a policy line by line (C2SP tlog-policy). The cost of a line does not grow with the lines before it, keys apart.</summary>
internal sealed class TlogPolicyBuilder
{
    private readonly ImmutableArray<NoteVerifier>.Builder logs = ImmutableArray.CreateBuilder<NoteVerifier>();
    private readonly ImmutableDictionary<string, NoteVerifier>.Builder witnesses = ImmutableDictionary.CreateBuilder<string, NoteVerifier>();
    private readonly ImmutableDictionary<string, Uri>.Builder urls = ImmutableDictionary.CreateBuilder<string, Uri>();
    private readonly ImmutableArray<PolicyGroup>.Builder groups = ImmutableArray.CreateBuilder<PolicyGroup>();

    // Names of witnesses and groups.
    private readonly HashSet<string> taken = new(StringComparer.Ordinal);

    // A member that stands in two groups could count twice, so each belongs to one.
    private readonly HashSet<string> members = new(StringComparer.Ordinal);
    private string? quorum;

    /// <summary>The policy that these lines make.</summary>
    public Parsed<TlogPolicy> Read(string[] lines)
    {
        for (var i = 0; i < lines.Length; i++)
        {
            var words = lines[i].Split([' ', '\t'], StringSplitOptions.RemoveEmptyEntries);
            if (words.Length > 0 && !words[0].StartsWith('#') && Add(words) is { } error)
            {
                return error.Within($"policy, line {i + 1}");
            }
        }

        return quorum is null
            ? RecordError.Invalid("policy", "one line 'quorum NAME' or 'quorum none'", "none")
            : new TlogPolicy
            {
                Logs = logs.ToImmutable(),
                Witnesses = witnesses.ToImmutable(),
                Urls = urls.ToImmutable(),
                Groups = groups.ToImmutable(),
                Quorum = quorum,
            };
    }

    private Error? Add(string[] words) => words switch
    {
        ["log", _, ..] when words.Length <= 3 => AddLog(words[1]),
        ["witness", _, _, ..] when words.Length <= 4 => AddWitness(words[1], words[2], words.Length == 4 ? words[3] : null),
        ["group", var name, var needed, .. { Length: > 0 } names] => AddGroup(name, needed, names),
        ["quorum", var name] when quorum is null => SetQuorum(name),
        _ => RecordError.Invalid(
            ShownText.Of(words[0]), "'log VKEY [URL]', 'witness NAME VKEY [URL]', 'group NAME NUMBER MEMBER…' or one 'quorum NAME'", ""),
    };

    private Error? SetQuorum(string name)
    {
        if (name != TlogPolicy.NoQuorum && !taken.Contains(name))
        {
            return RecordError.Invalid("quorum", "a name defined before", $"'{ShownText.Of(name)}'");
        }

        quorum = name;
        return null;
    }

    private Error? AddLog(string vkey)
    {
        if (!NoteVerifier.Parse(vkey).Is(out var key, out var error))
        {
            return error;
        }

        if (key.Kind != SignatureKind.Ed25519)
        {
            return RecordError.Invalid("log", "an Ed25519 key", $"one of kind {key.Kind}");
        }

        if (logs.Any(l => IsSame(l, key)))
        {
            return RecordError.Invalid("log", "", $"{key} stands twice");
        }

        logs.Add(key);
        return null;
    }

    private Error? AddWitness(string name, string vkey, string? url)
    {
        if (!IsFree(name))
        {
            return RecordError.Invalid("witness", "a new name", $"'{ShownText.Of(name)}'");
        }

        if (!NoteVerifier.Parse(vkey).Is(out var key, out var error))
        {
            return error;
        }

        if (key.Kind != SignatureKind.Cosignature)
        {
            return RecordError.Invalid("witness", "a cosignature key", $"one of kind {key.Kind}");
        }

        if (witnesses.Values.Any(w => IsSame(w, key)))
        {
            return RecordError.Invalid("witness", "", $"{key} stands twice");
        }

        taken.Add(name);
        witnesses.Add(name, key);
        if (PrefixOf(url) is { } prefix)
        {
            urls.Add(name, prefix);
        }

        return null;
    }

    private Error? AddGroup(string name, string needed, string[] names)
    {
        if (!IsFree(name))
        {
            return RecordError.Invalid("group", "a new name", $"'{ShownText.Of(name)}'");
        }

        if (names.FirstOrDefault(m => !taken.Contains(m)) is { } unknown)
        {
            return RecordError.Invalid("group", "members defined before", $"'{ShownText.Of(unknown)}'");
        }

        if (names.FirstOrDefault(m => !members.Add(m)) is { } twice)
        {
            return RecordError.Invalid("group", "", $"'{ShownText.Of(twice)}' is a member already");
        }

        var count = needed switch { "any" => 1, "all" => names.Length, _ => CanonicalDecimal.Parse(needed) ?? 0 };
        if (count < 1 || count > names.Length)
        {
            return RecordError.Invalid(
                "group", $"'any', 'all' or 1 to {names.Length.ToString(CultureInfo.InvariantCulture)}", $"'{ShownText.Of(needed)}'");
        }

        taken.Add(name);
        groups.Add(new PolicyGroup(name, (int)count, [.. names]));
        return null;
    }

    private bool IsFree(string name) => name != TlogPolicy.NoQuorum && !taken.Contains(name);

    private static Uri? PrefixOf(string? url) =>
        url is not null && Uri.TryCreate(url.EndsWith('/') ? url : url + "/", UriKind.Absolute, out var prefix)
        && prefix.Scheme is "http" or "https" ? prefix : null;

    // Keys of other names can be the same key (C2SP tlog-policy, "Public key representation").
    private static bool IsSame(NoteVerifier a, NoteVerifier b) => a.PublicKey.AsSpan().SequenceEqual(b.PublicKey.AsSpan());
}

using System.Collections.Immutable;
using System.Globalization;

namespace Holdfire.Record.Tlog;

/// <summary>Which logs are trusted, and which witnesses must have cosigned a checkpoint before it counts (C2SP tlog-policy).</summary>
public sealed record TlogPolicy
{
    /// <summary>The name that stands for no quorum at all.</summary>
    public const string NoQuorum = "none";

    private const int LongestPolicy = 1_000_000;

    /// <summary>The keys of the logs.</summary>
    public ImmutableArray<NoteVerifier> Logs { get; init; } = [];

    /// <summary>The keys of the witnesses, by name.</summary>
    public ImmutableDictionary<string, NoteVerifier> Witnesses { get; init; } = ImmutableDictionary<string, NoteVerifier>.Empty;

    /// <summary>Where witnesses can be asked, by name: submission prefixes, each ending in a slash. Only http and https are kept.</summary>
    public ImmutableDictionary<string, Uri> Urls { get; init; } = ImmutableDictionary<string, Uri>.Empty;

    /// <summary>The groups, in the order of the policy.</summary>
    public ImmutableArray<PolicyGroup> Groups { get; init; } = [];

    /// <summary>The witness or group that must have cosigned, or <see cref="NoQuorum"/>.</summary>
    public string Quorum { get; init; } = NoQuorum;

    /// <summary>Reads a policy.</summary>
    public static Parsed<TlogPolicy> Parse(string text)
    {
        if (text.Length > LongestPolicy)
        {
            return new Fault("policy", $"expected at most {LongestPolicy} characters, found {text.Length}");
        }

        if (text.Any(c => char.IsControl(c) && c is not ('\n' or '\t')))
        {
            return new Fault("policy", "expected no control character but tab and line feed, found one");
        }

        var policy = new TlogPolicy { Quorum = "" };
        var lines = text.Split('\n');
        for (var i = 0; i < lines.Length; i++)
        {
            var words = lines[i].Split([' ', '\t'], StringSplitOptions.RemoveEmptyEntries);
            if (words.Length == 0 || words[0].StartsWith('#'))
            {
                continue;
            }

            if (!policy.With(words).Is(out var next, out var fault))
            {
                return fault.Within($"policy, line {i + 1}");
            }

            policy = next;
        }

        return policy.Quorum.Length > 0 ? policy : new Fault("policy", "expected one line 'quorum NAME' or 'quorum none', found none");
    }

    /// <summary>The checkpoint, if one of the logs signed it and the quorum cosigned it. A known key's bad signature condemns it.</summary>
    public Parsed<Checkpoint> Open(SignedNote note)
    {
        if (!Tlog.Checkpoint.Parse(note.Text).Is(out var checkpoint, out var fault))
        {
            return fault;
        }

        var logs = Logs.Where(l => l.Name == checkpoint.Origin).ToArray();
        if (logs.Length == 0)
        {
            return new Fault("checkpoint, line 1", $"expected an origin that the policy names, found {checkpoint.Origin}");
        }

        if (!note.VerifiedBy(logs).Is(out _, out fault) || !note.VerifiedBy([.. logs, .. Witnesses.Values]).Is(out var good, out fault))
        {
            return fault;
        }

        var cosigned = Witnesses.Where(w => good.Any(w.Value.IsOf)).Select(w => w.Key).ToHashSet();
        foreach (var group in Groups.Where(g => g.Members.Count(cosigned.Contains) >= g.Needed))
        {
            cosigned.Add(group.Name);
        }

        if (Quorum == NoQuorum || cosigned.Contains(Quorum))
        {
            return checkpoint;
        }

        var found = cosigned.Count == 0 ? "none" : string.Join(", ", cosigned.Order());
        return new Fault("checkpoint", $"expected cosignatures for the quorum {Quorum}, found {found}");
    }

    private Parsed<TlogPolicy> With(string[] words) => words switch
    {
        ["log", _, ..] when words.Length <= 3 => WithLog(words[1]),
        ["witness", _, _, ..] when words.Length <= 4 => WithWitness(words[1], words[2], words.Length == 4 ? words[3] : null),
        ["group", var name, var needed, .. { Length: > 0 } members] => WithGroup(name, needed, members),
        ["quorum", var name] when Quorum.Length == 0 =>
            name == NoQuorum || IsTaken(name)
                ? this with { Quorum = name }
                : new Fault("quorum", $"expected a name defined before, found '{Shown.Of(name)}'"),
        _ => new Fault(
            Shown.Of(words[0]), "expected 'log VKEY [URL]', 'witness NAME VKEY [URL]', 'group NAME NUMBER MEMBER…' or one 'quorum NAME'"),
    };

    private Parsed<TlogPolicy> WithLog(string vkey) =>
        !NoteVerifier.Parse(vkey).Is(out var key, out var fault) ? fault
        : key.Kind != SignatureKind.Ed25519 ? new Fault("log", $"expected an Ed25519 key, found one of kind {key.Kind}")
        : Logs.Any(l => IsSame(l, key)) ? new Fault("log", $"{key} stands twice")
        : this with { Logs = Logs.Add(key) };

    private Parsed<TlogPolicy> WithWitness(string name, string vkey, string? url) =>
        IsTaken(name) || name == NoQuorum ? new Fault("witness", $"expected a new name, found '{Shown.Of(name)}'")
        : !NoteVerifier.Parse(vkey).Is(out var key, out var fault) ? fault
        : key.Kind != SignatureKind.Cosignature ? new Fault("witness", $"expected a cosignature key, found one of kind {key.Kind}")
        : Witnesses.Values.Any(w => IsSame(w, key)) ? new Fault("witness", $"{key} stands twice")
        : this with { Witnesses = Witnesses.Add(name, key), Urls = PrefixOf(url) is { } prefix ? Urls.Add(name, prefix) : Urls };

    private static Uri? PrefixOf(string? url) =>
        url is not null && Uri.TryCreate(url.EndsWith('/') ? url : url + "/", UriKind.Absolute, out var prefix)
        && prefix.Scheme is "http" or "https" ? prefix : null;

    private Parsed<TlogPolicy> WithGroup(string name, string needed, string[] members)
    {
        if (IsTaken(name) || name == NoQuorum)
        {
            return new Fault("group", $"expected a new name, found '{Shown.Of(name)}'");
        }

        if (members.FirstOrDefault(m => !IsTaken(m)) is { } unknown)
        {
            return new Fault("group", $"expected members defined before, found '{Shown.Of(unknown)}'");
        }

        // A member that stands in two groups could count twice, so each belongs to one.
        var seen = Groups.SelectMany(g => g.Members).ToHashSet();
        if (members.FirstOrDefault(m => !seen.Add(m)) is { } twice)
        {
            return new Fault("group", $"'{twice}' is a member already");
        }

        var count = needed switch { "any" => 1, "all" => members.Length, _ => CanonicalDecimal.Parse(needed) ?? 0 };
        return count >= 1 && count <= members.Length
            ? this with { Groups = Groups.Add(new PolicyGroup(name, (int)count, [.. members])) }
            : new Fault(
                "group", $"expected 'any', 'all' or 1 to {members.Length.ToString(CultureInfo.InvariantCulture)}, found '{Shown.Of(needed)}'");
    }

    // Keys of other names can be the same key (C2SP tlog-policy, "Public key representation").
    private static bool IsSame(NoteVerifier a, NoteVerifier b) => a.PublicKey.AsSpan().SequenceEqual(b.PublicKey.AsSpan());

    private bool IsTaken(string name) => Witnesses.ContainsKey(name) || Groups.Any(g => g.Name == name);
}

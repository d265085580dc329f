using System.Collections.Immutable;

namespace Holdfire.Record.Tlog;

/// <summary>Which logs are trusted, and which witnesses must have cosigned a checkpoint before it counts (C2SP tlog-policy).</summary>
public sealed record TlogPolicy
{
    /// <summary>The name that stands for no quorum at all.</summary>
    public const string NoQuorum = "none";

    /// <summary>The most lines that a policy may have, comments and empty lines included.</summary>
    public const int MostLines = 1000;

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
            return RecordError.Invalid("policy", $"at most {LongestPolicy} characters", $"{text.Length}");
        }

        if (text.Any(c => char.IsControl(c) && c is not ('\n' or '\t')))
        {
            return RecordError.Invalid("policy", "no control character but tab and line feed", "one");
        }

        var lines = text.TrimEnd('\n').Split('\n');
        return lines.Length <= MostLines
            ? new TlogPolicyBuilder().Read(lines)
            : RecordError.Invalid("policy", $"at most {MostLines} lines", $"{lines.Length}");
    }

    /// <summary>The checkpoint, if one of the logs signed it and the quorum cosigned it. A known key's bad signature condemns it.</summary>
    public Parsed<Checkpoint> Open(SignedNote note)
    {
        if (!Tlog.Checkpoint.Parse(note.Text).Is(out var checkpoint, out var error))
        {
            return error;
        }

        var logs = Logs.Where(l => l.Name == checkpoint.Origin).ToArray();
        if (logs.Length == 0)
        {
            return RecordError.Invalid("checkpoint, line 1", "an origin that the policy names", checkpoint.Origin);
        }

        if (!note.VerifiedBy(logs).Is(out _, out error) || !note.VerifiedBy([.. logs, .. Witnesses.Values]).Is(out var good, out error))
        {
            return error;
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

        var found = cosigned.Count == 0 ? "none" : string.Join(", ", cosigned.Order(StringComparer.Ordinal));
        return RecordError.Invalid("checkpoint", $"cosignatures for the quorum {Quorum}", found);
    }
}

using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using Holdfire.CaseFormat;
using Holdfire.Record.Protection;
using Holdfire.Views;
using NodaTime;

namespace Holdfire.Server.OpenRosa;

/// <summary>A submission as it is kept beside the record, part by part, until it is whole and in the record.</summary>
/// <remarks>
/// What was put is never put anew: the same again changes nothing, and another content under the same name is refused. The XML stays for good, so that
/// another submission under the same id is seen as one.
/// </remarks>
internal sealed class KeptSubmission
{
    private const string Xml = "submission.xml";
    private const string Received = "received";
    private const string Sender = "user";
    private const string RootId = "root";
    private const string Label = "audience";
    private const string NameEnd = ".name";
    private const string HashEnd = ".hash";
    private const string BytesEnd = ".bytes";
    private readonly PrivateBundles kept;
    private readonly string bundle;

    private KeptSubmission(PrivateBundles kept, string bundle, SubmissionXml submission) => (this.kept, this.bundle, Submission) = (kept, bundle, submission);

    /// <summary>The answers.</summary>
    public SubmissionXml Submission { get; }

    /// <summary>The SHA-256 of the XML.</summary>
    public string XmlHash => Convert.ToHexStringLower(SHA256.HashData(Submission.Bytes));

    /// <summary>When its first part came in.</summary>
    public Instant ReceivedAt => InstantText.TryParse(Text(Received), out var at) ? at : default;

    /// <summary>Who sent its first part.</summary>
    public string User => Text(Sender);

    /// <summary>The id that stays through all edits.</summary>
    public string Root => Text(RootId);

    /// <summary>Who may see it: what the server said when its first part came in, and the mission where nothing was said.</summary>
    public AudienceLabel Audience => AudienceLabel.TryParse(Text(Label), out var label) ? label : AudienceLabel.Mission;

    /// <summary>The files that came in, by name, each with the hash of its content.</summary>
    public ImmutableSortedDictionary<string, string> Files => kept.Files(bundle).Where(f => f.EndsWith(HashEnd, StringComparison.Ordinal))
        .ToImmutableSortedDictionary(f => Text(f[..^HashEnd.Length] + NameEnd), f => Text(f), StringComparer.Ordinal);

    /// <summary>Keeps the XML of a submission, or finds what is kept of it.</summary>
    /// <param name="kept">What is kept.</param>
    /// <param name="submission">The answers.</param>
    /// <param name="user">Who sends it.</param>
    /// <param name="now">When it comes in.</param>
    /// <param name="audience">Who may see it.</param>
    /// <exception cref="OpenRosaException">Another one is kept under its id, or it changes what this sender did not send.</exception>
    public static KeptSubmission Of(PrivateBundles kept, SubmissionXml submission, IntakeUser user, Instant now, AudienceLabel audience)
    {
        var bundle = BundleOf(submission.InstanceId);
        var made = new KeptSubmission(kept, bundle, submission);
        if (kept.Find(bundle, Xml) is { } before)
        {
            DemandOwn(made, user);
            return before.AsSpan().SequenceEqual(submission.Bytes) ? made
                : throw new OpenRosaException(409, "A submission with this id was sent before, with other answers. What was sent first is kept. Edit the form anew, so that it gets an id of its own.");
        }

        // The XML comes last: with it the rest is there.
        var root = submission.DeprecatedId.Length > 0 ? RootOf(kept, submission.DeprecatedId, user) : SubmissionXml.Bare(submission.InstanceId);
        kept.Put(bundle, Received, Encoding.UTF8.GetBytes(InstantText.Format(Instant.FromUnixTimeSeconds(now.ToUnixTimeSeconds()))));
        kept.Put(bundle, Sender, Encoding.UTF8.GetBytes(user.Name));
        kept.Put(bundle, RootId, Encoding.UTF8.GetBytes(root));
        kept.Put(bundle, Label, Encoding.UTF8.GetBytes(audience.ToString()));
        kept.Put(bundle, Xml, submission.Bytes);
        return made;
    }

    /// <summary>What is kept in a bundle; null where its XML never came whole.</summary>
    public static KeptSubmission? Find(PrivateBundles kept, string bundle) =>
        kept.Find(bundle, Xml) is { } xml ? new KeptSubmission(kept, bundle, SubmissionXml.Read(xml)) : null;

    /// <summary>Keeps a file that came with it.</summary>
    /// <exception cref="OpenRosaException">Another content came under its name before, or it has none.</exception>
    public void Add(string name, byte[] bytes)
    {
        if (bytes.Length == 0)
        {
            throw new OpenRosaException(400, $"The file {name} is empty. Take it anew.");
        }

        var (file, hash) = (PrivateBundles.HashOf(name), Convert.ToHexStringLower(SHA256.HashData(bytes)));
        if (kept.Find(bundle, file + HashEnd) is { } before)
        {
            if (Encoding.UTF8.GetString(before) != hash)
            {
                throw new OpenRosaException(409, $"The file {name} was sent before with another content. What was sent first is kept.");
            }

            return;
        }

        kept.Put(bundle, file + BytesEnd, bytes);
        kept.Put(bundle, file + NameEnd, Encoding.UTF8.GetBytes(name));
        kept.Put(bundle, file + HashEnd, Encoding.UTF8.GetBytes(hash));
    }

    /// <summary>The names of the files that it names and that are not here yet.</summary>
    public ImmutableArray<string> Missing(KeptForm? form) => [.. Submission.FileNames(form).Except(Files.Keys, StringComparer.Ordinal)];

    /// <summary>The bytes of a file; null where they went to the record already.</summary>
    public byte[]? BytesOf(string name) => kept.Find(bundle, PrivateBundles.HashOf(name) + BytesEnd);

    /// <summary>Lets go of the bytes of its files, which the record has now.</summary>
    public void DropBytes()
    {
        foreach (var file in kept.Files(bundle).Where(f => f.EndsWith(BytesEnd, StringComparison.Ordinal)))
        {
            kept.Delete(bundle, file);
        }
    }

    // What all edits of a submission go by. The ids of reports are known to many: one account's edit changes nothing that another sent.
    private static string RootOf(PrivateBundles kept, string deprecatedId, IntakeUser user)
    {
        var earlier = Find(kept, BundleOf(deprecatedId)) ?? throw new OpenRosaException(409, "It edits a submission that never came in here. Fill in a new form.");
        DemandOwn(earlier, user);
        return earlier.Root;
    }

    private static void DemandOwn(KeptSubmission earlier, IntakeUser user)
    {
        if (earlier.User != user.Name)
        {
            throw new OpenRosaException(409, "Another account sent it, and it alone can add to it or edit it. Fill in a new form.");
        }
    }

    // An id with and without the word that tools put before it is one id: it leads to one report.
    private static string BundleOf(string id) => PrivateBundles.HashOf(SubmissionXml.Full(id));

    private string Text(string file) => kept.Find(bundle, file) is { } bytes ? Encoding.UTF8.GetString(bytes) : "";
}

using System.Collections.Immutable;
using Holdfire.Record;
using Holdfire.Record.Entries;
using Holdfire.Record.Protection;
using Holdfire.Views;
using NodaTime;

namespace Holdfire.Server.OpenRosa;

/// <summary>A submission that came in and is not in the record: it waits for a file, or can be no report as it is.</summary>
/// <param name="Id">The id by which the phone knows it.</param>
/// <param name="ReceivedAt">When its first part came in.</param>
/// <param name="User">Who sent it.</param>
/// <param name="Missing">The files that it names and that did not come; none where it waits for something else.</param>
/// <param name="Audience">Who may see it once it is entered.</param>
public sealed record WaitingSubmission(string Id, Instant ReceivedAt, string User, ImmutableArray<string> Missing, AudienceLabel Audience)
{
    /// <summary>Those beside a record, the first that came in first.</summary>
    public static ImmutableArray<WaitingSubmission> In(RecordReader record)
    {
        var whole = SealedEntries.Of(record.Log.Folder).Copy(record, static _ => true);
        var (kept, forms) = (new PrivateBundles(record.Log.Folder, OpenRosaEndpoint.BundleKind), new FormVersions(record.Log.Folder));
        return
        [
            .. kept.All.Select(b => KeptSubmission.Find(kept, b)).OfType<KeptSubmission>()
                .Where(s => whole.Ledger.FindInUse(EntryKind.Attachment, s.XmlHash) is null)
                .Select(s => new WaitingSubmission(s.Submission.InstanceId, s.ReceivedAt, s.User, s.Missing(s.Submission.IsSealed ? null : forms.Find(s.Submission.Version)), s.Audience))
                .OrderBy(s => s.ReceivedAt).ThenBy(s => s.Id, StringComparer.Ordinal),
        ];
    }
}

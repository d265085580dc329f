using System.Security.Cryptography;
using System.Text;
using Holdfire.CaseFormat.Entries;
using Holdfire.Model;
using Holdfire.Record.Entries;

namespace Holdfire.CaseFormat;

/// <summary>Steps, questions and replies as lines of their files and as contents of entries.</summary>
public static class WorkItems
{
    private const int IdLength = 8;

    /// <summary>The file of a kind.</summary>
    public static string FileOf(EntryKind kind) => kind switch
    {
        EntryKind.Query => PartyQueryReader.File,
        EntryKind.Reply => PartyReplyReader.File,
        _ => StepReader.File,
    };

    /// <summary>A step as one map in YAML.</summary>
    public static string Text(VerificationStep s) => new FlowMap()
        .Add("id", s.Id).Add("report", s.Report.Value).Add("kind", EnumText<VerificationStepKind>.Format(s.Kind)).Add("by", s.By).Add("at", InstantText.Format(s.At))
        .Add("to", s.To).Add("due", s.Due is { } due ? InstantText.Format(due) : null)
        .Add("standard", s.Standard is { } standard ? EnumText<ProofNeeded>.Format(standard) : null).Add("actor", s.Actor?.Value).Add("of", s.Of).Add("text", s.Text)
        .ToString();

    /// <summary>A question as one map in YAML.</summary>
    public static string Text(PartyQuery q) => new FlowMap()
        .Add("id", q.Id).Add("party", q.Party.Value).Add("reports", [.. q.Reports.Select(r => r.Value)]).Add("text", q.Text).Add("sent", InstantText.Format(q.Sent))
        .Add("due", q.Due is { } due ? InstantText.Format(due) : null).Add("by", q.By).ToString();

    /// <summary>A reply as one map in YAML. Where it answers a question, its reports are the question's and are not written again.</summary>
    public static string Text(PartyReply r) => new FlowMap()
        .Add("id", r.Id).Add("party", r.Party.Value).Add("query", r.Query).Add("reports", r.Query.Length > 0 ? [] : [.. r.Reports.Select(i => i.Value)])
        .Add("received", InstantText.Format(r.Received)).Add("text", r.Text).Add("statement", r.Statement?.Value).Add("by", r.By).ToString();

    /// <summary>The content of an entry.</summary>
    /// <param name="kind">The kind.</param>
    /// <param name="text">One of the texts above.</param>
    public static byte[] Content(EntryKind kind, string text) => ItemFile.Read(EntryKinds.NameOf(kind), text, kind, null, out _)!;

    /// <summary>
    /// An id made of what the item says and of who signs it: offices that work apart never give the same to two items, and the same
    /// item has the same id however often it is made.
    /// </summary>
    /// <param name="prefix">A letter for the kind.</param>
    /// <param name="textWithoutId">What it says.</param>
    /// <param name="signer">The id of the key that signs it; empty in a folder.</param>
    public static string IdOf(string prefix, string textWithoutId, string signer) =>
        $"{prefix}-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{signer}\n{textWithoutId}")))[..IdLength]}";
}

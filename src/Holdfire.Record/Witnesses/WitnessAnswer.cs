using System.Globalization;
using Holdfire.Record.Tlog;

namespace Holdfire.Record.Witnesses;

/// <summary>What a witness answers.</summary>
/// <param name="Status">How.</param>
/// <param name="Reason">Why, in one line for a person; empty where it cosigned.</param>
public sealed record WitnessAnswer(WitnessStatus Status, string Reason)
{
    /// <summary>The content type of an answer that gives a size.</summary>
    public const string SizeType = "text/x.tlog.size";

    /// <summary>The cosignature, where there is one.</summary>
    public NoteSignature? Cosignature { get; init; }

    /// <summary>The checkpoint that the witness cosigned last, where the request does not go on from it.</summary>
    public SignedNote? Last { get; init; }

    /// <summary>The size that was cosigned last, for <see cref="WitnessStatus.OtherSize"/>.</summary>
    public long LastSize { get; init; }

    /// <summary>The body of the answer over HTTP.</summary>
    public string Body => Status switch
    {
        WitnessStatus.Cosigned => $"{Cosignature}\n",
        WitnessStatus.OtherSize => $"{LastSize.ToString(CultureInfo.InvariantCulture)}\n",
        _ => $"{Reason}\n",
    };
}

using System.Text;
using Holdfire.Record.Tlog;

namespace Holdfire.Record.Log;

/// <summary>How far an operator's key has signed a log.</summary>
/// <param name="Published">The newest checkpoint that is known to have been published.</param>
/// <param name="Signing">The newest that was about to be published: the same, or a larger one that a stop may have kept back.</param>
/// <param name="IsClosed">Whether the writer ended in order: then nothing beyond <paramref name="Published"/> was acknowledged.</param>
internal sealed record SignedState(Checkpoint Published, Checkpoint Signing, bool IsClosed)
{
    private const string Type = "holdfire/signed/1";
    private const string Separator = "\n\n";

    /// <summary>The file: the type and "open" or "closed", then the texts of both checkpoints, with empty lines between.</summary>
    public byte[] ToBytes() => Encoding.UTF8.GetBytes(
        $"{Type} {(IsClosed ? "closed" : "open")}\n\n{Published.ToText()}\n{Signing.ToText()}");

    public static Parsed<SignedState> Parse(byte[] bytes)
    {
        if (Encoding.UTF8.GetString(bytes).Split(Separator) is not [$"{Type} open" or $"{Type} closed", var published, var signing] parts)
        {
            return RecordError.Invalid("signed", $"'{Type} open' or '{Type} closed' and two checkpoints", "something else");
        }

        return !Checkpoint.Parse(published + "\n").Is(out var last, out var error) || !Checkpoint.Parse(signing).Is(out var next, out error)
            ? error.Within("signed")
            : new SignedState(last, next, parts[0] == $"{Type} closed");
    }
}

using System.Collections.Immutable;
using System.Globalization;

namespace Holdfire.Record.Tlog;

/// <summary>What a log commits to: its origin, its number of entries and the root over them (C2SP tlog-checkpoint).</summary>
/// <param name="Origin">The name of the log: a URL without scheme.</param>
/// <param name="Size">The number of entries.</param>
/// <param name="Root">The Merkle tree hash over them.</param>
public sealed record Checkpoint(string Origin, long Size, MerkleHash Root)
{
    /// <summary>Further lines, which the format allows and advises against. They are signed with the rest.</summary>
    public ImmutableArray<string> Extensions { get; init; } = [];

    /// <summary>Reads the text of a checkpoint's note, without its signatures.</summary>
    public static Parsed<Checkpoint> Parse(string text)
    {
        if (!text.EndsWith('\n'))
        {
            return RecordError.Invalid("checkpoint", "a line feed at the end", "");
        }

        var lines = text[..^1].Split('\n');
        if (lines.Length < 3)
        {
            return RecordError.Invalid("checkpoint", "lines with origin, size and root hash", $"{lines.Length} lines");
        }

        if (!KeyName.IsValid(lines[0]))
        {
            return RecordError.Invalid(
                "checkpoint, line 1", "an origin without white space and plus signs", $"'{ShownText.Of(lines[0])}'");
        }

        if (CanonicalDecimal.Parse(lines[1]) is not { } size)
        {
            return RecordError.Invalid("checkpoint, line 2", "a decimal size", $"'{ShownText.Of(lines[1])}'");
        }

        if (!MerkleHash.Parse(lines[2]).Is(out var root, out var error))
        {
            return error.Within("checkpoint, line 3");
        }

        var empty = Array.IndexOf(lines, "", 3);
        return empty < 0
            ? new Checkpoint(lines[0], size, root) { Extensions = [.. lines.AsSpan(3)] }
            : RecordError.Invalid($"checkpoint, line {empty + 1}", "no empty line", "");
    }

    /// <summary>Reads a checkpoint that a log signed: of this origin, with a signature of this key that holds.</summary>
    /// <remarks>The line of any other key is passed over; who wants cosignatures asks a <see cref="TlogPolicy"/>.</remarks>
    public static Parsed<Checkpoint> Open(SignedNote note, NoteVerifier log)
    {
        if (!note.VerifiedBy(log).Is(out _, out var unsigned))
        {
            return unsigned.Within("checkpoint");
        }

        return Parse(note.Text).Is(out var checkpoint, out var error) && checkpoint.Origin != log.Name
            ? RecordError.Invalid("checkpoint, line 1", $"the origin {log.Name}", checkpoint.Origin)
            : error is null ? checkpoint! : error;
    }

    /// <summary>The text that is signed.</summary>
    public string ToText()
    {
        var extensions = string.Concat(Extensions.Select(e => e + "\n"));
        return $"{Origin}\n{Size.ToString(CultureInfo.InvariantCulture)}\n{Root}\n{extensions}";
    }

    /// <summary>Whether the two have the same text.</summary>
    public bool Equals(Checkpoint? other) =>
        other is not null && Origin == other.Origin && Size == other.Size && Root == other.Root
        && Extensions.SequenceEqual(other.Extensions);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Origin, Size, Root);
}

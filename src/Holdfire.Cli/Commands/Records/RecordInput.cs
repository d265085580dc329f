using System.Collections.Immutable;
using System.CommandLine;
using System.Globalization;
using Holdfire.CaseFormat.Entries;
using Holdfire.Cli.Output;
using Holdfire.Record;
using Holdfire.Record.Keys;
using Holdfire.Record.Log;
using Holdfire.Record.Protection;
using Holdfire.Record.Tlog;
using Holdfire.Record.Witnesses;
using NodaTime;

namespace Holdfire.Cli.Commands.Records;

/// <summary>What the record commands share: the folder, its keys, and entries by index or id.</summary>
internal static class RecordInput
{
    // What the writer calls an entry that comes alone.
    private const string TheOneEntry = "entry 1 of 1";

    // Longer than a server that is sent entries without a pause keeps the record to itself.
    private static readonly TimeSpan HoldPatience = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan BetweenTries = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan WitnessDeadline = TimeSpan.FromSeconds(3);

    /// <summary>The option of commands that sign an entry.</summary>
    public const string KeyOptionName = "--key";

    /// <summary>The operator's key file in the folder of keys.</summary>
    public const string OperatorFile = "operator.key";

    /// <summary>The registrar's.</summary>
    public const string RegistrarFile = "registrar.key";

    /// <summary>The key with which entries are made unless another is named.</summary>
    public const string ClerkFile = "clerk.key";

    public static Argument<string> Folder() => new("DIR") { Description = "the record's folder" };

    public static Option<string?> KeyOption() => Options.Text(KeyOptionName, "FILE", "the key that signs; DIR.private/keys/clerk.key if left out");

    public static Option<string?> OperatorOption() =>
        Options.Text("--operator-key", "FILE", "the key that signs checkpoints; DIR.private/keys/operator.key if left out");

    public static RecordReader Open(string folder) => Session(folder).Current;

    /// <summary>The record, opened once for all that a command reads in it.</summary>
    public static RecordSession Session(string folder) => Is(RecordSession.Open(Existing(folder)));

    public static string Existing(string folder) => Directory.Exists(folder)
        ? folder
        : throw new InputException(folder, "a record", "no folder of that name");

    /// <summary>The value, or a refusal that says what is wrong.</summary>
    public static T Is<T>(Parsed<T> parsed)
        where T : notnull => parsed.Is(out var value, out var error) ? value
        : throw InputException.Of(error);

    public static NoteSigner OperatorKey(Terminal terminal, string folder, string? file) => Is(SigningKey.Read(terminal, file ?? KeyPath(folder, OperatorFile)));

    public static SubmitterKey Key(Terminal terminal, string folder, string? file, string otherwise = ClerkFile) =>
        new(Is(SigningKey.Read(terminal, file ?? KeyPath(folder, otherwise))));

    public static string KeyPath(string folder, string name) => Path.Combine(new ContentFolder(folder).Keys, name);

    /// <summary>Takes up a record to write to it, and tells what that mended or left out.</summary>
    public static async Task<RecordWriter> Writer(Terminal terminal, string folder, NoteSigner key, string? operatorFile)
    {
        var options = LogOptions(operatorFile) with { Witnesses = await AskWitnesses(terminal, Existing(folder)).ConfigureAwait(false) };
        var writer = await Hold(() => RecordWriter.OpenAsync(folder, key, SystemClock.Instance, options, new CaseContentCheck())).ConfigureAwait(false);
        foreach (var notice in writer.Notices)
        {
            terminal.Error.WriteLine($"record: {notice}");
        }

        return writer;
    }

    // A server lets go of the record soon after the last entry that was sent to it.
    private static async Task<RecordWriter> Hold(Func<Task<RecordWriter>> open)
    {
        for (var waited = TimeSpan.Zero; ; waited += BetweenTries)
        {
            try
            {
                return await open().ConfigureAwait(false);
            }
            catch (RecordException e) when (e.Error.IsHeld && waited < HoldPatience)
            {
                await Task.Delay(BetweenTries).ConfigureAwait(false);
            }
        }
    }

    /// <summary>Waits until everything is published, and tells what could not be put in place then.</summary>
    public static async Task Published(Terminal terminal, RecordWriter writer)
    {
        var told = writer.Notices;
        await writer.PublishAsync().ConfigureAwait(false);
        foreach (var notice in writer.Notices.Except(told))
        {
            terminal.Error.WriteLine($"record: {notice}");
        }
    }

    /// <summary>What the witnesses saw last that the record's own policy gives a URL for. One that does not answer soon stops nobody.</summary>
    public static async Task<ImmutableArray<IWitnessMemory>> AskWitnesses(Terminal terminal, string folder)
    {
        RecordLinks.Refuse(folder);
        if (!LogReader.Open(folder).Is(out var record, out _))
        {
            return [];
        }

        using var http = new HttpClient { Timeout = WitnessDeadline, MaxResponseContentBufferSize = SignedNote.LongestNote };
        var memories = await WitnessMemory.AskAllAsync(http, record).ConfigureAwait(false);
        foreach (var memory in memories)
        {
            if (memory.Silence is { } silence)
            {
                terminal.Error.WriteLine($"record: {silence}; going on without asking {memory.Witness.Name} how far it saw this record");
            }
        }

        return [.. memories];
    }

    /// <summary>How a log is written whose operator's key is in this file; null for the one in DIR.private.</summary>
    public static RecordLogOptions LogOptions(string? operatorFile) =>
        operatorFile is not null && Path.GetFullPath(operatorFile) + ".signed" is var signed && IsWritable(signed)
            ? new() { SignedFile = signed } : new();

    /// <summary>What a record refused, as what it is for the exit code: an error of the file system, a record that was touched, or wrong input.</summary>
    /// <param name="e">The refusal.</param>
    /// <param name="file">The file that the one new entry came from, to be named in its place; null where there is none.</param>
    public static Exception Refusal(RecordException e, string? file = null) =>
        e is CaseRefusedException refused ? CaseStays.Refusal(refused, file)
        : e.InnerException is IOException or UnauthorizedAccessException ? new IOException(e.Message, e)
        : InputException.Of(file is null || e.Error.Where != TheOneEntry ? e.Error : e.Error.At(file));

    // A key may lie where nothing can be written beside it.
    private static bool IsWritable(string file)
    {
        try
        {
            // Made exclusively, under a name that nobody can have planted a link at.
            using var tried = new FileStream($"{file}.{Path.GetRandomFileName()}", FileMode.CreateNew, FileAccess.Write, FileShare.None, 1, FileOptions.DeleteOnClose);
            return true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    /// <summary>
    /// The index of an entry that is given as one, or by the id of an item that stands. Ids are looked up in the entries of the log
    /// itself, never in a file next to it.
    /// </summary>
    public static long IndexOf(RecordReader record, string text) =>
        TryIndex(record, text) ?? Only(text, record.Ledger.FindCurrent(text)) ??
        throw new InputException("", "an index or the id of an item that stands", $"'{text}'{Former(record, text)}");

    private static long? TryIndex(RecordReader record, string text) =>
        !long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? null
        : number < record.Ledger.Count ? number
        : throw new InputException("", FormattableString.Invariant($"an index under {record.Ledger.Count}"), FormattableString.Invariant($"{number}"));

    private static long? Only(string text, System.Collections.Immutable.ImmutableArray<long> found) => found switch
    {
        [] => null,
        [var only] => only,
        _ => throw new InputException(
            "", $"an id of one item: say which, {string.Join(" or ", found.Select(i => i.ToString(CultureInfo.InvariantCulture)))}", $"'{text}', the id of several items"),
    };

    private static string Former(RecordReader record, string text) => record.Ledger.FindEver(text) is [.., var last]
        ? FormattableString.Invariant($", withdrawn by entry {record.Ledger[last].ChangedBy}; see holdfire record show")
        : "";
}

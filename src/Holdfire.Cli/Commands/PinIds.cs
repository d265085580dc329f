using Holdfire.Cli.Output;
using Holdfire.Record;
using Holdfire.Record.Entries;
using Holdfire.Record.State;
using Holdfire.CaseFormat;

namespace Holdfire.Cli.Commands;

/// <summary>Gives pins their ids: P and the next number.</summary>
internal static class PinIds
{
    /// <summary>The next id in a record. Ids of pins that were withdrawn are not given again.</summary>
    public static string NextOf(Ledger ledger)
    {
        var before = 0;
        for (var i = 0L; i < ledger.Count; i++)
        {
            before += ledger[i].Kind == EntryKind.Pin ? 1 : 0;
        }

        return Next(before, id => ledger.Find(EntryKind.Pin, id) is not null);
    }

    /// <summary>Adds one line to the pins of a case folder, made for the next id, and says so.</summary>
    public static int Add(Terminal terminal, string folder, Func<string, string> make)
    {
        using var hold = ListFile.Hold(folder);
        var known = ListFile.Ids(folder, PinsFile.Name);
        var line = make(Next(0, known.Contains));
        try
        {
            ListFile.Add(folder, PinsFile.Name, line);
        }
        catch (MalformedException e)
        {
            throw new InputException(e.Error.At($"{folder}/pins.yaml"));
        }

        terminal.Out.WriteLine($"pins.yaml: {line}");
        return ExitCodes.Done;
    }

    private static string Next(int after, Func<string, bool> isKnown)
    {
        for (var number = after + 1; ; number++)
        {
            var id = FormattableString.Invariant($"P{number}");
            if (!isKnown(id))
            {
                return id;
            }
        }
    }
}

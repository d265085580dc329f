using Holdfire.Assessment;
using Holdfire.Cases;
using Holdfire.Sources.Files;

namespace Holdfire.Cli;

/// <summary>Loads the case of a command, or says in one line each what is wrong with it.</summary>
internal static class CaseInput
{
    /// <summary>So many faults, in words.</summary>
    public static string Count(int faults) => faults == 1 ? "1 fault" : $"{faults} faults";

    public static VerdictTable LoadVerdicts(string file)
    {
        if (!File.Exists(file))
        {
            throw new InputException($"--verdicts: expected a YAML file, found no file '{file}'");
        }

        var (table, faults) = VerdictLimits.Load(file);
        foreach (var fault in faults)
        {
            Console.Error.WriteLine(fault);
        }

        return table ?? throw new InputException($"{file}: {Count(faults.Length)}; nothing was assessed");
    }

    public static Case Load(string folder)
    {
        if (!Directory.Exists(folder))
        {
            throw new InputException($"{folder}: expected a case folder, found no folder of that name");
        }

        var load = CaseFolder.Load(folder);
        if (load.Case is { } loaded && load.Faults.IsEmpty)
        {
            return loaded;
        }

        foreach (var fault in load.Faults)
        {
            Console.Error.WriteLine(fault);
        }

        throw new InputException($"{folder}: {Count(load.Faults.Length)}; the case was not loaded");
    }
}

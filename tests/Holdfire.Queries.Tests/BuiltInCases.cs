using System.Collections.Concurrent;
using Holdfire.CaseFormat;
using Holdfire.Model;

namespace Holdfire.Queries.Tests;

/// <summary>The cases that come with the program, and the one kept from an earlier version.</summary>
internal static class BuiltInCases
{
    private static readonly ConcurrentDictionary<string, Case> Loaded = new();

    public static string Root => Repository.Root;

    public static TheoryData<string> Names => ["cases/ukraine-2025", "cases/practice-line", "tests/compat/case"];

    /// <summary>The case in this folder, from the root of the repository.</summary>
    public static Case Load(string folder) => Loaded.GetOrAdd(folder, static f =>
    {
        var load = CaseFolder.Load(Path.Combine(Root, f));
        Assert.Empty(load.Errors);
        return load.Case!;
    });
}

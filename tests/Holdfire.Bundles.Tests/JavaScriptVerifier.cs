using System.Text.Json;

namespace Holdfire.Bundles.Tests;

/// <summary>What web/verify says of bundles; one process looks at many.</summary>
internal sealed record JavaScriptVerifier(int Code, string Verdict, string Headline, string? Error, IReadOnlyList<(string Check, string Result, string Detail)> Rows)
{
    // Of several bundles the one of which least was shown decides.
    private static readonly int[] Worst = [2, 9, 8, 7, 0];

    /// <summary>Whether nothing is wrong with the bundle.</summary>
    public bool Ok => Error is null;

    public static IReadOnlyList<JavaScriptVerifier> Verify(params IReadOnlyList<byte[]> bundles) => Verify([], bundles);

    public static IReadOnlyList<JavaScriptVerifier> Verify(string[] options, IReadOnlyList<byte[]> bundles)
    {
        var folder = Directory.CreateTempSubdirectory("holdfire-verify-").FullName;
        try
        {
            var files = bundles.Select((_, i) => Path.Combine(folder, $"{i}.zip")).ToArray();
            for (var i = 0; i < files.Length; i++)
            {
                File.WriteAllBytes(files[i], bundles[i]);
            }

            var (code, output, error) = Programs.Node("cli.mjs", ["--json", .. options, .. files]);
            Assert.True(Worst.Contains(code), error);
            var answers = JsonDocument.Parse(output).RootElement.EnumerateArray().Select(Read).ToArray();
            Assert.Equal(bundles.Count, answers.Length);
            Assert.Equal(Worst.First(w => answers.Any(a => a.Code == w)), code);
            return answers;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static JavaScriptVerifier Read(JsonElement answer) => new(
        answer.GetProperty("code").GetInt32(),
        answer.GetProperty("verdict").GetString()!,
        answer.GetProperty("headline").GetString()!,
        answer.GetProperty("fault").GetString(),
        [.. answer.GetProperty("rows").EnumerateArray().Select(r => (
            r.GetProperty("check").GetString()!, r.GetProperty("result").GetString()!, r.GetProperty("detail").GetString()!))]);
}

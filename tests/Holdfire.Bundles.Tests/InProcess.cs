using Holdfire.Model;
using Holdfire.Cli.Commands.Bundles;
using Holdfire.Record;
using Holdfire.Record.Bundles;

namespace Holdfire.Bundles.Tests;

/// <summary>What the commands do, in this process, where a test asks for it hundreds of times.</summary>
internal static class InProcess
{
    // Commands print to the console, of which a process has one.
    private static readonly Lock Console = new();

    /// <summary>The answer to a query as its command prints it.</summary>
    public static string Answer(BundlePurpose purpose, Case @case)
    {
        lock (Console)
        {
            return QueryAnswer.Json(purpose, @case, () => null);
        }
    }

    /// <summary>What speaks against a bundle, or null.</summary>
    public static string? Verify(byte[] bundle)
    {
        try
        {
            var checks = new BundleChecks();
            var contents = BundleVerifier.Verify(bundle, BundleTrust.None, checks);
            lock (Console)
            {
                BundleFigure.Check(contents, checks);
            }

            return null;
        }
        catch (RecordException e)
        {
            return e.Message;
        }
    }
}

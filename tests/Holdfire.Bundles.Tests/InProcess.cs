using Holdfire.CaseFormat;
using Holdfire.Cli.Commands.Bundles;
using Holdfire.Record;
using Holdfire.Record.Bundles;
using Holdfire.Views;

namespace Holdfire.Bundles.Tests;

/// <summary>What the commands do, in this process, where a test asks for it hundreds of times.</summary>
internal static class InProcess
{
    /// <summary>The answer to a query as its command prints it.</summary>
    public static string Answer(BundlePurpose purpose, CaseLoad load, long size) =>
        BundleQueries.Answer(purpose, new CaseView(load.Case!, new ViewCoordinates(RecordedAt: new RecordedAt(size) { SetAside = load.Without, Withheld = load.Withheld })));

    /// <summary>What speaks against a bundle, or null.</summary>
    public static string? Verify(byte[] bundle) => Look(bundle).Error;

    /// <summary>The exit code for a bundle, and what speaks against it or null.</summary>
    public static (int Code, string? Error) Look(byte[] bundle)
    {
        try
        {
            var checks = new BundleChecks();
            var contents = BundleVerifier.Verify(bundle, BundleTrust.None, checks);
            return (BundleVerifyCommand.CodeOf(BundleFigure.Check(contents, checks)), null);
        }
        catch (RecordException e)
        {
            return (BundleVerifyCommand.CodeOf(BundleVerdict.Refused), e.Message);
        }
    }
}

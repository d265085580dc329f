using Holdfire.Cli.Output;

namespace Holdfire.Cli.Tests.Records;

/// <summary>A copy that follows a record.</summary>
public sealed class MirrorCommandTests
{
    // The page of a proxy in place of a checkpoint ends nothing; nor does a copy go on for ever with what does not hold.
    [Fact]
    public void Follow_OfWhatDoesNotHold_EndsAtTheThirdTimeInARow()
    {
        using var record = new RecordOfCase();
        using var output = new StringWriter();
        int Said(string words) => output.ToString().Split(words).Length - 1;
        using var web = new WebFolder(record.Folder, (path, response) =>
        {
            // It holds once, after two times that it does not.
            if (!path.EndsWith("checkpoint", StringComparison.Ordinal) || (Said("TOUCHED") == 2 && Said("is the record") == 0))
            {
                return false;
            }

            response.OutputStream.Write("<html>Bad gateway</html>"u8);
            return true;
        });
        var code = HoldfireCommand.Run(
            ["record", "mirror", web.Address, record.Folder + "-copy", "--follow", "1"], new Terminal(() => TextReader.Null, output, TextWriter.Null));
        Assert.Equal((5, 1, 5), (code, Said("is the record"), Said("TOUCHED")));
    }
}

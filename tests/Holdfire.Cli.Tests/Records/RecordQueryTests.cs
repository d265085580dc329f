using System.Text.RegularExpressions;

namespace Holdfire.Cli.Tests.Records;

public sealed partial class RecordQueryTests
{
    [Theory]
    [InlineData("truces")]
    [InlineData("counts --side SS --act attack --measure launched --from 2031-02-10 --to 2031-03-12 --by day")]
    [InlineData("audit")]
    [InlineData("assess")]
    [InlineData("talks")]
    [InlineData("findings")]
    public void Query_OfRecordAndOfCase_AnswersAlike(string query)
    {
        using var record = new RecordOfCase();
        foreach (var format in new[] { "json", "csv", "table" })
        {
            string[] arguments = [.. query.Split(' '), "--format", format];
            Assert.Equal(
                RecordOfCase.Good([.. arguments, "--case", record.Case.Folder]),
                RecordOfCase.WithoutSize(RecordOfCase.Good([.. arguments, "--record", record.Folder])));
        }
    }

    [Fact]
    public void Report_OfRecordAndOfBuiltInCase_IsTheSameButForTheSize()
    {
        var root = Directory.CreateTempSubdirectory("holdfire-record-").FullName;
        var (record, one, other) = (Path.Combine(root, "record"), Path.Combine(root, "one.html"), Path.Combine(root, "other.html"));
        RecordOfCase.Good("record", "init", record);
        RecordOfCase.Good("import", "case", Cli.BuiltInCase, "--record", record);
        RecordOfCase.Good("report", "--case", Cli.BuiltInCase, "--now", "2030-01-01T00:00Z", "--out", one);
        RecordOfCase.Good("report", "--record", record, "--now", "2030-01-01T00:00Z", "--out", other);
        Assert.Equal(File.ReadAllText(one), HeldSize().Replace(File.ReadAllText(other), ""));
        Directory.Delete(root, true);
    }

    [Fact]
    public void Query_OfNeitherOrBoth_IsAWrongCommandLine()
    {
        var neither = Cli.Run("truces");
        Assert.Equal((1, true), (neither.ExitCode, neither.Error.Contains("found neither", StringComparison.Ordinal)));
        Assert.Equal(1, Cli.Run("truces", "--case", "a", "--record", "b").ExitCode);
    }

    // A case folder has no size.
    [GeneratedRegex(@"The record held [0-9,]+ entries\. |  \\b7   record \d+ .{44,70}?(?="";)|(?<=Case ukraine\\2d 2025)[^""]*(?="";)")]
    private static partial Regex HeldSize();
}

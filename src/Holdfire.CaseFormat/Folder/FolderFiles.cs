using System.Collections.Immutable;
using Holdfire.Model;
using Holdfire.Record.Files;

namespace Holdfire.CaseFormat;

/// <summary>The files of a case folder.</summary>
internal sealed class FolderFiles(string folder) : CaseFiles
{
    /// <summary>The names of the report files in their order, relative to the folder.</summary>
    public static ImmutableArray<string> ReportFiles(string folder)
    {
        var path = Path.Combine(folder, "reports");
        return Directory.Exists(path)
            ? [.. Directory.GetFiles(path, "*.csv").Select(f => Path.GetFileName(f)!).Order(StringComparer.Ordinal).Select(name => "reports/" + name)]
            : [];
    }

    public override bool IsToBePutRight => true;

    public override bool Has(string file) => Path.Exists(Path.Combine(folder, file));

    public override YamlItem? Root(string file, ErrorList errors)
    {
        var root = file == DetectionFiles.Folder ? DetectionFiles.Read(folder, errors) : !IsPlain(file, errors) ? null : Utf8File.ReadText(folder, file, errors) is { } text ? YamlTree.Read(file, text, errors) : null;
        NameCheck.Run(root, errors);
        return root;
    }

    public override ImmutableArray<Report> Reports(LoadState state, ReportReader reader)
    {
        if (!IsPlain("reports", state.Errors, isFolder: true))
        {
            state.Ids.Miss(IdKind.Report);
            return [];
        }

        ImmutableArray<string> all = ReportFiles(folder), files = [.. all.Where(f => IsPlain(f, state.Errors))];
        if (files.Length < all.Length)
        {
            state.Ids.Miss(IdKind.Report);
        }

        return ReadTogether(files, state) ?? ReadInOrder(files, state, reader);
    }

    /// <summary>The names of the files in the folders of the reports and detections that are not read.</summary>
    public static ImmutableArray<string> OtherFiles(string folder) =>
    [
        .. new[] { DetectionFiles.Folder, "reports" }.Where(f => Directory.Exists(Path.Combine(folder, f)))
            .SelectMany(f => Directory.GetFiles(Path.Combine(folder, f)).Select(name => $"{f}/{Path.GetFileName(name)}"))
            .Except(ReportFiles(folder)).Except(DetectionFiles.In(folder)).Order(StringComparer.Ordinal),
    ];

    // Who wrote the folder could lead to any file of the reader's machine, or to one without an end.
    private bool IsPlain(string file, ErrorList errors, bool isFolder = false)
    {
        var other = FileKind.OtherThanFile(Path.Combine(folder, file));
        if (other is null || (isFolder && other == "a folder"))
        {
            return true;
        }

        errors.Add(new Spot(file, 1, 1), isFolder ? "a folder" : "a plain file", other);
        return false;
    }

    private ImmutableArray<Report> ReadInOrder(ImmutableArray<string> files, LoadState state, ReportReader reports)
    {
        var all = ImmutableArray.CreateBuilder<Report>();
        var reader = new ReportCsvReader(state, reports);
        foreach (var file in files)
        {
            reader.Read(folder, file, all);
        }

        return all.DrainToImmutable();
    }

    // Good files are read several at a time. Where anything is wrong they are read again in order, so that the errors are
    // found and told in one way.
    private ImmutableArray<Report>? ReadTogether(ImmutableArray<string> files, LoadState state)
    {
        if (files.Length < 2)
        {
            return null;
        }

        LoadState[] forks = [.. files.Select(_ => state.Fork())];
        ImmutableArray<Report>.Builder[] read = [.. files.Select(_ => ImmutableArray.CreateBuilder<Report>())];
        Parallel.For(0, files.Length, new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount }, i =>
            new ReportCsvReader(forks[i], new ReportReader(forks[i])).Read(folder, files[i], read[i]));
        if (!state.TryJoin(forks))
        {
            return null;
        }

        var all = ImmutableArray.CreateBuilder<Report>(read.Sum(r => r.Count));
        foreach (var some in read)
        {
            all.AddRange(some);
        }

        return all.MoveToImmutable();
    }
}

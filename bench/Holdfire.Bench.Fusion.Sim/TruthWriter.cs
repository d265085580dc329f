using System.Globalization;

namespace Holdfire.Bench.Fusion.Sim;

/// <summary>Writes what is true: which story each report tells, the true events, and what sums hold.</summary>
internal sealed class TruthWriter : IDisposable
{
    private readonly StreamWriter reports;
    private readonly StreamWriter events;
    private readonly StreamWriter contains;

    public TruthWriter(string folder)
    {
        Directory.CreateDirectory(folder);
        reports = CaseWriter.Open(Path.Combine(folder, "truth.csv"));
        reports.WriteLine("report,story,event,kind,copy_of");
        events = CaseWriter.Open(Path.Combine(folder, "events.csv"));
        events.WriteLine("event,process,from,to,lat,lon,act,actor,count,killed,injured,target");
        contains = CaseWriter.Open(Path.Combine(folder, "contains.csv"));
        contains.WriteLine("report,event");
    }

    public void Write(SectorReports sector)
    {
        foreach (var report in sector.Reports.OrderBy(r => r.Id, StringComparer.Ordinal))
        {
            var story = report.Story;
            var kind = story.Kind switch { StoryKind.Event => "event", StoryKind.Invention => "invention", _ => "sum" };
            var truly = story.Kind == StoryKind.Event ? story.Id : "";
            reports.WriteLine($"{report.Id},{story.Id},{truly},{kind},{report.CopyOf?.Id}");
            foreach (var part in story is Wave wave ? wave.Events : [])
            {
                contains.WriteLine($"{report.Id},{part.Id}");
            }
        }

        foreach (var e in sector.Events)
        {
            var (latitude, longitude) = sector.Sector.Degrees(e.X, e.Y);
            events.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{e.Id},{e.Process},{Clock.Time((int)e.From)}Z,{Clock.Time((int)e.To)}Z,{latitude:0.0000},{longitude:0.0000},{e.Act},{e.Actor},{e.Count},{e.Killed},{e.Injured},{e.Target}"));
        }
    }

    public void Dispose()
    {
        reports.Dispose();
        events.Dispose();
        contains.Dispose();
    }
}

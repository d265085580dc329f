using System.Globalization;
using NodaTime;

namespace Holdfire.Bench;

/// <summary>The rows of one source: bulletins over nights and days, and single claims, some of them inside a bulletin.</summary>
internal sealed class SourceRows(SourceLayout source, Random random)
{
    private const int DayMinutes = 1440;

    private readonly Dictionary<(int Region, int Act, int Measure), List<Bulletin>> byKey = [];
    private readonly List<Bulletin> bulletins = [];
    private int next;

    /// <summary>The rows of one day.</summary>
    public void WriteDay(TextWriter file, int day, int rows)
    {
        byKey.Clear();
        bulletins.Clear();
        for (var i = 0; i < rows / 10; i++)
        {
            Announce(day);
        }

        string? whole = null;
        for (var i = bulletins.Count; i < rows; i++)
        {
            whole = Single(file, day, whole);
        }

        foreach (var bulletin in bulletins)
        {
            Row(file, bulletin, day);
        }
    }

    private void Announce(int day)
    {
        var key = (random.Next(Layout.Regions), random.Next(source.Acts.Length), random.Next(Layout.Measures.Length));
        var night = random.Next(2) == 0;
        var published = (day * DayMinutes) + (night ? random.Next(7 * 60, 13 * 60) : DayMinutes + random.Next(300));
        var ends = night ? Math.Min(published, (day * DayMinutes) + 720) : (day + 1) * DayMinutes;
        var bulletin = new Bulletin(NextId(), key, night, published, ends);
        bulletins.Add(bulletin);
        (byKey.TryGetValue(key, out var list) ? list : byKey[key] = []).Add(bulletin);
    }

    // One row in twenty-five is a part of the row before it.
    private string? Single(TextWriter file, int day, string? whole)
    {
        var id = NextId();
        var key = (random.Next(Layout.Regions), random.Next(source.Acts.Length), random.Next(Layout.Measures.Length));
        var from = (day * DayMinutes) + random.Next(DayMinutes);
        var about = random.Next(20) == 0;
        var to = about || random.Next(5) == 0 ? from : from + random.Next(5, 240);
        var partOf = whole is not null && random.Next(25) == 0 ? whole : "";
        var least = random.Next(1, 13);
        var (count, most) = Count(day, least);
        var within = "";
        if (partOf.Length == 0 && !about && random.Next(3) == 0 && most is { } add &&
            byKey.GetValueOrDefault(key)?.Find(b => Math.Max(to, from + 1) <= b.Ends) is { } bulletin)
        {
            within = bulletin.Id;
            bulletin.Included += add;
        }

        Row(
            file, id, Published(to + random.Next(240, 900)), Stamp(from), Stamp(to), about ? "about" : "minute", key, count, "",
            partOf, within, random.Next(50) == 0 ? "1" : "");
        return partOf.Length == 0 ? id : whole;
    }

    private (string Text, int? Most) Count(int day, int least) => random.Next(20) switch
    {
        0 => (FormattableString.Invariant($"~{least * 10}"), least % 10 == 0 ? least * 15 : (least * 10) + 5),
        1 or 2 => (FormattableString.Invariant($"{least}..{least + 5}"), least + 5),
        3 => (FormattableString.Invariant($"<={least}"), least),

        // A single unbounded claim makes the maximum of its day unbounded, so most days have none.
        4 when day % 30 == 29 => (FormattableString.Invariant($">={least}"), null),
        _ => (least.ToString(CultureInfo.InvariantCulture), least),
    };

    private void Row(TextWriter file, Bulletin bulletin, int day)
    {
        var date = Layout.FirstDay.PlusDays(day);
        var count = (bulletin.Included + random.Next(1, 20)).ToString(CultureInfo.InvariantCulture);
        Row(
            file, bulletin.Id, Published(bulletin.Published), Date(bulletin.Night ? date.PlusDays(-1) : date), Date(date),
            bulletin.Night ? "night" : "day", bulletin.Key, count, "yes", "", "", "");
    }

    private void Row(
        TextWriter file, string id, string published, string from, string to, string precision,
        (int Region, int Act, int Measure) key, string count, string aggregate, string partOf, string within, string killed) =>
        file.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{id},{source.Id},{published},{from},{to},{source.Zone},{precision},{source.Acts[key.Act]},{Layout.Measures[key.Measure]},item,{count},{Layout.Region(key.Region)},{Layout.Targets[random.Next(Layout.Targets.Length)]},{source.Accused},{aggregate},{partOf},{within},{killed},post {next / 4}"));

    private string NextId() => FormattableString.Invariant($"{source.Id}-{next++}");

    private static string Date(LocalDate date) => NodaTime.Text.LocalDatePattern.Iso.Format(date);

    private string Published(int minutes) => Stamp(minutes - source.AheadOfUtc) + "Z";

    private static string Stamp(int minutes) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{Date(Layout.FirstDay.PlusDays(minutes / DayMinutes))}T{minutes % DayMinutes / 60:00}:{minutes % 60:00}");
}

using System.Globalization;
using NodaTime;
using NodaTime.Text;

namespace Holdfire.Practice;

/// <summary>The daily totals of both staffs: aggregates, each in the civil day of its own zone, none of them a list.</summary>
internal static class Totals
{
    public static void Tell(Teller teller, IReadOnlyList<Event> events, Random random)
    {
        foreach (var (source, accused, zone) in new[] { ("ord-staff", "VEL", "Etc/GMT+2"), ("vel-staff", "ORD", "Etc/GMT+1") })
        {
            var at = DateTimeZoneProviders.Tzdb[zone];
            foreach (var day in events.Where(e => e.Actor == accused && e.Act != "recon.air.uav").GroupBy(e => e.From.InZone(at).Date).OrderBy(d => d.Key))
            {
                if (day.Key.Day % 3 != (source == "ord-staff" ? 0 : 1))
                {
                    continue;
                }

                var date = LocalDatePattern.Iso.Format(day.Key);
                teller.Add(new ReportRow
                {
                    Id = teller.NextId(source), Source = source, Zone = zone, Precision = "day", From = date, To = date, Act = "attack",
                    Count = (day.Sum(e => e.Count) + random.Next(0, 20)).ToString(CultureInfo.InvariantCulture), AllegedActor = accused, Aggregate = "yes",
                    Areas = source == "ord-staff" ? "X-ORD-NORTH;X-ORD-SOUTH" : "X-VEL-NORTH;X-VEL-SOUTH",
                    Published = $"{LocalDatePattern.Iso.Format(day.Key.PlusDays(1))}T09:00Z", Reference = "daily bulletin",
                });
            }
        }
    }
}

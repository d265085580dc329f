using CsCheck;
using Holdfire.Acts;
using Holdfire.Places;
using Holdfire.Model;
using Holdfire.Time;
using NodaTime;

namespace Holdfire.CaseFormat.Tests.Files;

public sealed class ReportCsvWriterTests
{
    private static readonly Gen<CountRange> Counts = Gen.Select(Gen.Long[0, 500], Gen.Long[0, 50], Gen.Bool)
        .Select((least, more, open) => new CountRange(least, open ? null : least + more));

    private static readonly Gen<GeoCircle> Points = Gen.Select(Gen.Double[-90, 90], Gen.Double[-180, 180], Gen.Double[0, 20_100])
        .Select((lat, lon, radius) => new GeoCircle(new GeoPoint(lat, lon), radius));

    private static readonly Gen<Report> Reports = Gen.Select(Plain(), Gen.Nullable(Points), Gen.Enum<ObservationMode>(), Gen.Int[0, 3])
        .Select((report, point, mode, links) => report with
        {
            Point = point,
            Mode = mode,
            Quotes = (links & 1) > 0 ? [new ReportId("Q1"), new ReportId("Q2")] : [],
            Denies = (links & 2) > 0 ? [new ReportId("Q3")] : [],
        });

    private static Gen<T> OneOf<T>(params T[] values) => Gen.Int[0, values.Length - 1].Select(i => values[i]);

    private static Gen<Report> Plain() =>
        Gen.Select(Windows(), Counts, Gen.Nullable(Counts), Gen.Enum<Measure>(), OneOf([.. CountUnit.BuiltIn]), OneOf([.. TargetList.Kinds]), Gen.Nullable(Gen.Bool), Gen.String[Gen.Char[" ,\"\nабв:/é"], 0, 8])
            .Select(d => new Report
            {
                Id = new ReportId("R1"),
                Source = new SourceId("aa-army"),
                Act = new ActCode("attack.air.uav"),
                Measure = d.Item4,
                Unit = d.Item5,
                Count = d.Item2,
                Window = d.Item1.Window,
                Published = d.Item1.Published,
                Areas = d.Item7 == true ? [new AreaCode("X-N"), new AreaCode("X-S")] : [],
                Target = d.Item6,
                AllegedActor = d.Item7 == false ? new PartyId("BB") : null,
                PartsExhaustive = d.Item7,
                Harm = d.Item3 is { } harm ? new Harm(harm, null, CountRange.Some) : Harm.NotStated,
                Reference = d.Item8,
            });

    [Fact]
    public void Write_AnyReport_IsLoadedBackToTheSame()
    {
        using var small = new SmallCase();
        Reports.Sample(
            report =>
            {
                using (var writer = new StreamWriter(Path.Combine(small.Folder, "reports", "2030-01.csv")))
                {
                    ReportCsvWriter.Write(writer, [report, Other("Q1"), Other("Q2"), Other("Q3")]);
                }

                var load = CaseFolder.Load(small.Folder);
                Assert.Empty(load.Errors);
                var back = load.Case!.Reports[0];
                Assert.Equal(report.Areas, back.Areas);
                Assert.Equal(report.Quotes, back.Quotes);
                Assert.Equal(report.Denies, back.Denies);
                Assert.Equal(WithoutLists(report), WithoutLists(back));
            },
            iter: 200, threads: 1);
    }

    private static Report WithoutLists(Report report) => report with { Areas = [], IncludedIn = [], Quotes = [], Denies = [] };

    private static Report Other(string id) => new()
    {
        Id = new ReportId(id),
        Source = new SourceId("aa-army"),
        Act = new ActCode("attack"),
        Measure = Measure.Occurred,
        Count = CountRange.Some,
        Window = TimeWindow.Unknown(DateTimeZone.Utc, null),
    };

    private static Gen<(TimeWindow Window, Instant? Published)> Windows() =>
        Gen.Select(Gen.Int[0, 3].Select(i => new[] { "Europe/Kyiv", "Europe/Zurich", "America/Sao_Paulo", "UTC" }[i]), Gen.Int[0, 400], Gen.Int[0, 1439], Gen.Int[0, 4000], Gen.Nullable(Gen.Int[0, 3000]), Gen.Enum<TimePrecision>())
            .Select((id, day, minute, length, later, precision) =>
            {
                var zone = DateTimeZoneProviders.Tzdb[id];
                var date = new LocalDate(2018, 1, 1).PlusDays(day);
                var from = date.AtMidnight().PlusMinutes(minute);
                var end = from.PlusMinutes(length);
                var to = end;
                var published = later is { } l ? Local.ToInstant(from, zone) + Duration.FromMinutes(l) : (Instant?)null;
                var window = precision switch
                {
                    TimePrecision.Minute => TimeWindow.Minutes(from, to, zone),
                    TimePrecision.Hour => TimeWindow.About(from, zone),
                    TimePrecision.Day => TimeWindow.Days(date, to.Date, zone),
                    TimePrecision.PartOfDay => TimeWindow.Night(date, zone, published),
                    TimePrecision.OpenEnd => TimeWindow.OpenEnd(from, zone, published),
                    _ => TimeWindow.Unknown(zone, published),
                };
                return (window, published);
            });
}

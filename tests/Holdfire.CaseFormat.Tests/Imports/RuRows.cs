namespace Holdfire.CaseFormat.Tests.Imports;

/// <summary>Rows of the shared file without its <c>text_anchor</c>.</summary>
internal static class RuRows
{
    public const string Header =
        "id,source_party,published,window_start,window_end,tz,weapon_class,total,region,region_count,text_anchor,bulletin,time_precision,total_basis,listed_sum,parse_status";

    public const string About =
        "RU-20250302T0758Z-01,RU,2025-03-02T07:58Z,2025-03-02T09:30,2025-03-02T09:30,Europe/Moscow,uav,1,Belgorod oblast,1,,RU-20250302T0758Z,minute_about,stated,1,whole";

    public const string Together =
        "RU-20250305T1648Z-01,RU,2025-03-05T16:48Z,2025-03-05T18:00,2025-03-05T18:15,Europe/Moscow,uav,2,Black Sea | Belgorod oblast,2,,RU-20250305T1648Z,minute_range,stated,2,whole";

    public static readonly string[] RegionMissing =
    [
        "RU-20250301T0407Z-01,RU,2025-03-01T04:07Z,2025-02-28,2025-03-01,Europe/Moscow,uav,48,Tver oblast,21,,RU-20250301T0407Z,night,stated,48,sum_ok_region_missing",
        "RU-20250301T0407Z-02,RU,2025-03-01T04:07Z,2025-02-28,2025-03-01,Europe/Moscow,uav,48,Crimea (occupied),11,,RU-20250301T0407Z,night,stated,48,sum_ok_region_missing",
        "RU-20250301T0407Z-03,RU,2025-03-01T04:07Z,2025-02-28,2025-03-01,Europe/Moscow,uav,48,Bryansk oblast,5,,RU-20250301T0407Z,night,stated,48,sum_ok_region_missing",
        "RU-20250301T0407Z-04,RU,2025-03-01T04:07Z,2025-02-28,2025-03-01,Europe/Moscow,uav,48,Belgorod oblast,3,,RU-20250301T0407Z,night,stated,48,sum_ok_region_missing",
        "RU-20250301T0407Z-05,RU,2025-03-01T04:07Z,2025-02-28,2025-03-01,Europe/Moscow,uav,48,Rostov oblast,3,,RU-20250301T0407Z,night,stated,48,sum_ok_region_missing",
        "RU-20250301T0407Z-06,RU,2025-03-01T04:07Z,2025-02-28,2025-03-01,Europe/Moscow,uav,48,Smolensk oblast,2,,RU-20250301T0407Z,night,stated,48,sum_ok_region_missing",
        "RU-20250301T0407Z-07,RU,2025-03-01T04:07Z,2025-02-28,2025-03-01,Europe/Moscow,uav,48,Lipetsk oblast,2,,RU-20250301T0407Z,night,stated,48,sum_ok_region_missing",
        "RU-20250301T0407Z-08,RU,2025-03-01T04:07Z,2025-02-28,2025-03-01,Europe/Moscow,uav,48,,1,,RU-20250301T0407Z,night,stated,48,sum_ok_region_missing",
    ];

    public static readonly string[] NightAndMorning =
    [
        "RU-20250314T0828Z-01,RU,2025-03-14T08:28Z,2025-03-13,2025-03-14,Europe/Moscow,uav,28,Bryansk oblast,15,,RU-20250314T0828Z,night_and_morning,stated,27,truncated",
        "RU-20250314T0828Z-02,RU,2025-03-14T08:28Z,2025-03-13,2025-03-14,Europe/Moscow,uav,28,Belgorod oblast,5,,RU-20250314T0828Z,night_and_morning,stated,27,truncated",
        "RU-20250314T0828Z-03,RU,2025-03-14T08:28Z,2025-03-13,2025-03-14,Europe/Moscow,uav,28,Moscow region (city and oblast),4,,RU-20250314T0828Z,night_and_morning,stated,27,truncated",
        "RU-20250314T0828Z-04,RU,2025-03-14T08:28Z,2025-03-13,2025-03-14,Europe/Moscow,uav,28,Saratov oblast,2,,RU-20250314T0828Z,night_and_morning,stated,27,truncated",
        "RU-20250314T0828Z-05,RU,2025-03-14T08:28Z,2025-03-13,2025-03-14,Europe/Moscow,uav,28,,1,,RU-20250314T0828Z,night_and_morning,stated,27,truncated",
    ];

    public const string Point =
        "RU-20250315T1023Z-01,RU,2025-03-15T10:23Z,2025-03-15T11:30,2025-03-15T11:30,Europe/Moscow,uav,1,Belgorod oblast,1,,RU-20250315T1023Z,minute_point,stated,1,whole";

    public const string NoWindow =
        "RU-20250409T0543Z-01,RU,2025-04-09T05:43Z,,,Europe/Moscow,uav,2,Nizhny Novgorod oblast,2,,RU-20250409T0543Z,none,stated,2,whole";

    public static readonly string[] Night =
    [
        "RU-20250422T0422Z-01,RU,2025-04-22T04:22Z,2025-04-21,2025-04-22,Europe/Moscow,uav,3,Oryol oblast,2,,RU-20250422T0422Z,night,stated,3,whole",
        "RU-20250422T0422Z-02,RU,2025-04-22T04:22Z,2025-04-21,2025-04-22,Europe/Moscow,uav,3,Belgorod oblast,1,,RU-20250422T0422Z,night,stated,3,whole",
    ];

    public const string NoRegion =
        "RU-20250422T0422Z-03,RU,2025-04-22T04:22Z,2025-04-21T20:00,2025-04-22T06:00,Europe/Moscow,uav,10,,10,,RU-20250422T0422Z/2,minute_range,stated,10,sum_ok_region_missing";

    public const string SeaDrones =
        "RU-20250502T1005Z-01,RU,2025-05-02T10:05Z,2025-05-01,2025-05-02,Europe/Moscow,sea_drone,10,Black Sea,10,,RU-20250502T1005Z,night_and_morning,stated,10,whole";

    public const string CrewedBoat =
        "RU-20250502T1005Z-02,RU,2025-05-02T10:05Z,2025-05-01,2025-05-02,Europe/Moscow,crewed_boat,1,Black Sea,1,,RU-20250502T1005Z/2,night_and_morning,stated,1,whole";

    public const string ThirdClaim =
        "RU-20250502T1005Z-03,RU,2025-05-02T10:05Z,2025-05-02T09:00,2025-05-02T10:00,Europe/Moscow,uav,2,,2,,RU-20250502T1005Z/3,minute_range,stated,2,sum_ok_region_missing";

    public static readonly string[] OpenEnd =
    [
        "RU-20250506T1832Z-01,RU,2025-05-06T18:32Z,2025-05-06T18:40,,Europe/Moscow,uav,57,Bryansk oblast,31,,RU-20250506T1832Z,minute_open_end,stated,56,truncated",
        "RU-20250506T1832Z-02,RU,2025-05-06T18:32Z,2025-05-06T18:40,,Europe/Moscow,uav,57,Kursk oblast,14,,RU-20250506T1832Z,minute_open_end,stated,56,truncated",
        "RU-20250506T1832Z-03,RU,2025-05-06T18:32Z,2025-05-06T18:40,,Europe/Moscow,uav,57,Oryol oblast,7,,RU-20250506T1832Z,minute_open_end,stated,56,truncated",
        "RU-20250506T1832Z-04,RU,2025-05-06T18:32Z,2025-05-06T18:40,,Europe/Moscow,uav,57,Kaluga oblast,2,,RU-20250506T1832Z,minute_open_end,stated,56,truncated",
        "RU-20250506T1832Z-05,RU,2025-05-06T18:32Z,2025-05-06T18:40,,Europe/Moscow,uav,57,,2,,RU-20250506T1832Z,minute_open_end,stated,56,truncated",
    ];

    public static readonly string[] Evening =
    [
        "RU-20250520T1913Z-01,RU,2025-05-20T19:13Z,2025-05-20T20:00,2025-05-20T21:40,Europe/Moscow,uav,15,Oryol oblast,11,,RU-20250520T1913Z,minute_range,stated,15,whole",
        "RU-20250520T1913Z-02,RU,2025-05-20T19:13Z,2025-05-20T20:00,2025-05-20T21:40,Europe/Moscow,uav,15,Bryansk oblast,3,,RU-20250520T1913Z,minute_range,stated,15,whole",
        "RU-20250520T1913Z-03,RU,2025-05-20T19:13Z,2025-05-20T20:00,2025-05-20T21:40,Europe/Moscow,uav,15,Belgorod oblast,1,,RU-20250520T1913Z,minute_range,stated,15,whole",
    ];

    public static readonly string[] NightAfter =
    [
        "RU-20250521T0427Z-01,RU,2025-05-21T04:27Z,2025-05-20T20:00,2025-05-21T04:05,Europe/Moscow,uav,127,Bryansk oblast,41,,RU-20250521T0427Z,minute_range,stated,120,truncated",
        "RU-20250521T0427Z-02,RU,2025-05-21T04:27Z,2025-05-20T20:00,2025-05-21T04:05,Europe/Moscow,uav,127,Oryol oblast,37,,RU-20250521T0427Z,minute_range,stated,120,truncated",
        "RU-20250521T0427Z-03,RU,2025-05-21T04:27Z,2025-05-20T20:00,2025-05-21T04:05,Europe/Moscow,uav,127,Kursk oblast,31,,RU-20250521T0427Z,minute_range,stated,120,truncated",
        "RU-20250521T0427Z-04,RU,2025-05-21T04:27Z,2025-05-20T20:00,2025-05-21T04:05,Europe/Moscow,uav,127,Moscow region (city and oblast),6,,RU-20250521T0427Z,minute_range,stated,120,truncated",
        "RU-20250521T0427Z-05,RU,2025-05-21T04:27Z,2025-05-20T20:00,2025-05-21T04:05,Europe/Moscow,uav,127,,5,,RU-20250521T0427Z,minute_range,stated,120,truncated",
    ];

    public const string ThreeDays =
        "RU-20250523T1022Z-01,RU,2025-05-23T10:22Z,2025-05-20T20:00,2025-05-23T08:00,Europe/Moscow,uav,1177,outside the zone of the special military operation,788,,RU-20250523T1022Z,minute_range,stated,788,cumulative";

    public static IEnumerable<string> All =>
    [
        About,
        Together,
        .. RegionMissing,
        .. NightAndMorning,
        Point,
        NoWindow,
        .. Night,
        NoRegion,
        SeaDrones,
        CrewedBoat,
        ThirdClaim,
        .. OpenEnd,
        .. Evening,
        .. NightAfter,
        ThreeDays,
    ];
}

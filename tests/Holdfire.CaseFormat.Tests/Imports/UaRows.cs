namespace Holdfire.CaseFormat.Tests.Imports;

/// <summary>Rows of the shared file, as they stand in it.</summary>
internal static class UaRows
{
    public const string Header =
        "id,source_party,source_name,published,window_start,window_end,tz,time_precision,weapon,weapon_class,launched,destroyed,not_reached,launch_places,target_region,affected_regions,source_ref,destroyed_by_area";

    public const string WinterNight =
        "UA-2025-02-28-01,UA,Air Force of the Armed Forces of Ukraine,,2025-02-28T19:30,2025-03-01T08:30,Europe/Kyiv,minute,Shahed-136/131,one_way_attack_uav,154,103,51,Primorsko-Akhtarsk; Kursk oblast; Bryansk oblast; Oryol oblast; Millerovo,Ukraine,Kharkiv oblast; Sumy oblast; Kyiv oblast; Cherkasy oblast; Chernihiv oblast; Odesa oblast,kpszsu/posts/pfbid035aa6eMW7hQ2kfCxpD87s8RAZc9J4FHxZuV4qdiyFpXJieWSCbt4XnxcZAsnHHLKWl,Odesa oblast and Mykolaiv oblast and Kherson oblast=20; Kyiv oblast=?; Sumy oblast=?; Kharkiv oblast=?; Poltava oblast=?; Cherkasy oblast=?; Chernihiv oblast=?; Kirovohrad oblast=?; Dnipropetrovsk oblast=?; Donetsk oblast=?";

    public const string DateOnly =
        "UA-2025-03-01-01,UA,Air Command South,,2025-03-01,2025-03-01,Europe/Kyiv,date,Iskander-M,ballistic_missile,1,0,,,Odesa,,PvKPivden/posts/pfbid028TfVEtnZNam6xtsBsrn4u74u6EdoCFhC1Y3CSRwxbGNp6qFkSKYcXmosdTYCosj1l,";

    public const string UkrainianName =
        "UA-2025-03-05-02,UA,Air Command South,,2025-03-05,2025-03-05,Europe/Kyiv,date,Молнія,loitering_munition,2,2,,,south,,PvKPivden/posts/pfbid02FCK3aUx72ekP5URerRtRGsPo3BkvZME75mT9YDnL5MeTq6EqNKUmYU6A1RA3xpeAl,";

    public const string LaunchPlace1 =
        "UA-2025-03-05-03,UA,Air Force of the Armed Forces of Ukraine,,2025-03-05T19:00,2025-03-06T09:00,Europe/Kyiv,minute,Iskander-M/KN-23,ballistic_missile,1,0,,Voronezh oblast,Ukraine,,kpszsu/posts/pfbid0wsUCPjdm6rBQVgqaJ6fwPnkpL61FbGizJYETwJVE7zRnWcEohTqhqHeL7j4CdGLQl,";

    public const string LaunchPlace2 =
        "UA-2025-03-05-04,UA,Air Force of the Armed Forces of Ukraine,,2025-03-05T19:00,2025-03-06T09:00,Europe/Kyiv,minute,Iskander-M/KN-23,ballistic_missile,1,0,,Crimea,Ukraine,,kpszsu/posts/pfbid0wsUCPjdm6rBQVgqaJ6fwPnkpL61FbGizJYETwJVE7zRnWcEohTqhqHeL7j4CdGLQl,";

    public const string ClockChange =
        """UA-2025-03-29-02,UA,Air Force of the Armed Forces of Ukraine,,2025-03-29T20:00,2025-03-30T09:00,Europe/Kyiv,minute,Shahed-136/131,one_way_attack_uav,111,65,35,"Primorsko-Akhtarsk; Chauda, Crimea; Kursk oblast; Bryansk oblast; Millerovo",Ukraine,Sumy oblast; Kharkiv oblast; Odesa oblast; Donetsk oblast,kpszsu/posts/pfbid02nvBpjtAGTavMFEM3GxS2Nmoo27SinhFz2Bz6w97Q1c14DfDxqo6mzURL6HCNKZ5vl,south=5; north=?; east=?; center=?""";

    public const string Monitor =
        """UA-2025-04-04-02,UA,"war_monitor (Telegram monitoring channel, not a state body)",,2025-04-04T19:00,2025-04-04T19:00,Europe/Kyiv,minute,Ballistic Missile,ballistic_missile,1,0,,,Kryvyi Rih,,https://t.me/war_monitor/27083,""";

    public const string NearlyADay =
        "UA-2025-04-05-01,UA,Air Force of the Armed Forces of Ukraine,,2025-04-05T05:30,2025-04-06T06:20,Europe/Kyiv,minute,X-101/X-555,cruise_missile,9,6,,Saratov oblast,Ukraine,,kpszsu/posts/pfbid02pyzebKrwSFj1ZGi4mWjutryUFc1wZXrAbcwkYHoUg1rg3BX6dX4RWErhDbzxF9gdl,";

    public const string NoTarget =
        "UA-2025-04-07-03,UA,Air Force of the Armed Forces of Ukraine,,2025-04-07T19:00,2025-04-08T08:00,Europe/Kyiv,minute,Iskander-M,ballistic_missile,1,0,,Kursk oblast,,,kpszsu/posts/pfbid0nJvEnTxS6rn4NfRWGouFbo2KJDf3WQxnp7MRg55VnxaAy4hqN83uWD2uBBsJz9MHl,";

    public const string Intelligence =
        "UA-2025-04-13-05,UA,Head of the Defence Intelligence of Ukraine,,2025-04-13T12:00,2025-04-13T12:00,Europe/Kyiv,minute,Iskander-M/KN-23,ballistic_missile,2,0,,Kursk oblast; Voronezh oblast,Sumy,,https://t.me/ChiefUkrDIU/185,";

    public const string TwoTargets =
        "UA-2025-04-18-04,UA,Air Force of the Armed Forces of Ukraine,,2025-04-18T04:30,2025-04-18T05:30,Europe/Kyiv,minute,Iskander-K,cruise_missile,5,3,,Crimea; Zaporizhzhia oblast,Dnipro; Kharkiv,,kpszsu/posts/pfbid02P8sfoPi1LryKn3TbhPPqPAp1af2Nb3dMLsP2voVT5XK8MKwERFgp4bHDZ3BpoBshl,";

    public const string Overlap1 =
        """UA-2025-04-21-06,UA,Air Force of the Armed Forces of Ukraine,,2025-04-21T21:00,2025-04-22T09:00,Europe/Kyiv,minute,Shahed-136/131,one_way_attack_uav,54,38,16,"Primorsko-Akhtarsk; Chauda, Crimea; Kursk oblast; Bryansk oblast; Millerovo",Ukraine,Odesa oblast; Kyiv oblast,kpszsu/posts/pfbid0a8EBvo5Vmzd2BVmCKP5HBCDsvhuRS4NCd3TiNMyjyvyrhKMGfMrb3gwLLwxP2GdTl,Odesa oblast=27; east=?; north=?; center=?""";

    public const string Overlap2 =
        "UA-2025-04-22-04,UA,Air Force of the Armed Forces of Ukraine,,2025-04-22T08:00,2025-04-22T18:00,Europe/Kyiv,minute,Shahed-136/131,one_way_attack_uav,77,38,31,Primorsko-Akhtarsk; Kursk oblast; Bryansk oblast,Ukraine,Kharkiv oblast; Cherkasy oblast; Zaporizhzhia oblast,kpszsu/posts/pfbid024gBTPr8AeDZNwdYAKoGYec5g62sokBcHJrsNxXTvrXkaa8psTdSxJ17eotXMjyWsl,south=?; east=21; north=?; center=?";

    public const string SameDate1 =
        "UA-2025-05-21-01,UA,Air Command South,,2025-05-21,2025-05-21,Europe/Kyiv,date,Orlan-10,reconnaissance_uav,1,1,,,south,,PvKPivden/posts/pfbid0fxFQokeh9EB74NycmKabfxKcKRukmSj1mSooQqFZ9NMXS2eJhAAM5nAdFGfCjptSl,";

    public const string SameDate2 =
        "UA-2025-05-21-02,UA,Air Command South,,2025-05-21,2025-05-21,Europe/Kyiv,date,Orlan-10,reconnaissance_uav,5,5,,,south,,PvKPivden/posts/pfbid0tNbn6FoSBrqqejAuwB3fQfPqaHYxwb9HaxsrDUqkYy3NsY7f6zvWuPN6U6e21tBml,";

    public const string TwoWeapons =
        "UA-2025-05-25-03,UA,Air Force of the Armed Forces of Ukraine,,2025-05-25T02:15,2025-05-25T03:40,Europe/Kyiv,minute,X-101/X-555 and Kalibr,cruise_missile,55,45,,Saratov oblast; Black Sea,Ukraine,,kpszsu/posts/pfbid023nDUKj1sgUSPGpa5BcddhhobFtGvckqfVGGV7W57PVsr32CxZmQWfQRC9niNUhasl,south=4; west=11";

    public const string UnknownUav =
        "UA-2025-03-26-02,UA,Air Command South,,2025-03-26,2025-03-26,Europe/Kyiv,date,Unknown UAV,other,2,2,,,south,,PvKPivden/posts/pfbid0izhg61PUjjbhgqYafAmJSoAPZijQE6Vng41WfSEZgTDjmsf48SNE7CuMP9yU6YF8l,";

    public static IEnumerable<string> All =>
    [
        WinterNight,
        DateOnly,
        UkrainianName,
        LaunchPlace1,
        LaunchPlace2,
        ClockChange,
        Monitor,
        NearlyADay,
        NoTarget,
        Intelligence,
        TwoTargets,
        Overlap1,
        Overlap2,
        SameDate1,
        SameDate2,
        TwoWeapons,
        UnknownUav,
    ];
}

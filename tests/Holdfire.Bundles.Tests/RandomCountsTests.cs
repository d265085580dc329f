using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using CsCheck;
using Holdfire.CaseFormat.Entries;
using Holdfire.Record.Bundles;
using Holdfire.Record.Entries;
using Holdfire.Record.Keys;
using Holdfire.Record.Log;

namespace Holdfire.Bundles.Tests;

/// <summary>Counts of claims that no one would make up by hand, by two programs that share no code.</summary>
public sealed class RandomCountsTests
{
    private static readonly string[] Areas = ["", "", "X-EAST", "X-WEST", "X-ALL", "X-EAST;X-WEST", "the east", "CO-CAU", "CO"];
    private static readonly string[] Acts = ["attack", "attack.air", "attack.air.uav", "attack.air.uav.one-way", "attack.air.missile", "violation", "violation.overflight"];
    private static readonly string[] Counts = ["5", "12", "3..8", "4..", ">=2", ">3", "<=6", "~40", "some", "0"];
    private static readonly string[] Zones = ["America/Bogota", "Europe/Kyiv", "America/New_York"];

    // Clocks go forward in New York on 9 March 2031, at two o'clock, and back on 2 November.
    private static Gen<Dictionary<string, string>> Claim(bool autumn) => Gen.Select(
        Gen.Int[0, 5], Gen.Int[8, 11], Gen.Int[0, 47], Gen.Int[0, 40], Gen.Select(Const(Areas), Const(Acts), Const(Counts), Const(Zones)), Gen.Int[0, 9],
        (form, day, half, length, words, published) => Fields(form, autumn ? new(2031, 11, day - 7) : new(2031, 3, day), half, length, words, published));

    private static Gen<string> Query(bool autumn) => Gen.Select(
        Const(["day", "week", "total", "phase"]), Const(Acts), Const(["", "", "--region X-EAST", "--region X-WEST", "--region X-ALL", "--region X-MOUTH"]),
        Const(["", "", "--source nn-army", "--source nn-desk"]),
        Const(["", "", autumn ? "--as-of 2031-11-02T12:00Z" : "--as-of 2031-03-10T12:00Z"]), Const(Zones),
        (by, act, region, source, known, zone) =>
            $"--side NN --act {act} --measure {(known.Length > 0 && region.Length > 0 ? "killed --of military" : "launched")} {(autumn ? "--from 2031-10-31 --to 2031-11-05" : "--from 2031-03-07 --to 2031-03-13")} --by {by} --tz {zone} {region} {source} {known}");

    [Fact]
    public void Counts_OfAnyClaims_AreTheSameByBothPrograms() => Gen.Bool.SelectMany(b => Gen.Select(Claim(b).Array[1, 14], Query(b), Gen.Int[0, int.MaxValue])).Array[40].Sample(
        cases =>
        {
            var bundles = cases.Select(c => Bundle(c.Item1, c.Item2, c.Item3)).ToArray();
            foreach (var (bundle, answer) in bundles.Zip(JavaScriptVerifier.Verify([.. bundles.Select(b => b.Bytes)])))
            {
                Assert.True(answer.Code == 0, $"{bundle.Words}: {answer.Error ?? answer.Rows[^1].Detail}\n{bundle.Claims}");
            }
        },
        iter: 3, threads: 1);

    private static Gen<string> Const(string[] texts) => Gen.OneOf([.. texts.Select(Gen.Const)]);

    private static Dictionary<string, string> Fields(int form, DateTime day, int half, int length, (string Areas, string Act, string Count, string Zone) words, int published)
    {
        var start = day.AddMinutes(half * 30);
        string Time(DateTime t) => t.ToString("yyyy-MM-dd'T'HH:mm", CultureInfo.InvariantCulture);
        string Day(DateTime t) => t.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        var (precision, from, to) = form switch
        {
            0 => ("day", Day(start), Day(start.AddDays(length % 3))),
            1 => ("night", Day(start.AddDays(-1)), Day(start)),
            2 => ("about", Time(start), ""),
            3 => ("open_end", Time(start), ""),
            4 => length % 3 == 0 ? ("within", Day(start)[..7], "") : ("within", Day(start), Day(start.AddDays(length % 3))),
            // At least two hours, so that a skipped hour does not turn it round.
            _ => ("minute", Time(start), Time(start.AddMinutes((length + 4) * 30))),
        };
        return new Dictionary<string, string>
        {
            ["precision"] = precision, ["from"] = from, ["to"] = to, ["zone"] = words.Zone, ["areas"] = words.Areas, ["act"] = words.Act, ["count"] = words.Count,
            ["published"] = published < 3 ? "" : Time(start.AddHours(published * 5)) + "Z", ["measure"] = "launched",
        };
    }

    // Sources, parts and inclusions by the dice: parts of the first claims, inclusions of later claims in earlier ones.
    private static (string Words, string Claims, byte[] Bytes) Bundle(Dictionary<string, string>[] claims, string words, int dice)
    {
        var random = new Random(dice);
        for (var i = 0; i < claims.Length; i++)
        {
            var claim = claims[i] = new Dictionary<string, string>(claims[i]) { ["id"] = $"C{i}", ["source"] = random.Next(3) == 0 ? "nn-desk" : random.Next(5) == 0 ? "ss-army" : "nn-army", ["unit"] = random.Next(5) == 0 ? "breach" : "item", ["killed_military"] = random.Next(3) == 0 ? "" : $"{random.Next(9)}" };
            var whole = claims[random.Next(i + 1)];
            if (random.Next(4) == 0 && whole != claim && !whole.ContainsKey("part_of"))
            {
                // Half of the parts have a time of their own.
                var taken = random.Next(2) == 0 ? (string[])["source"] : ["source", "from", "to", "zone", "precision", "published"];
                foreach (var name in taken)
                {
                    claim[name] = whole[name];
                }

                (claim["part_of"], claim["count"], whole["parts"]) = (whole["id"], Counts[random.Next(Counts.Length)], random.Next(2) == 0 ? "disjoint" : "overlapping");
                claim["unit"] = random.Next(4) == 0 ? claim["unit"] : whole["unit"];
                whole["parts_exhaustive"] = random.Next(3) == 0 ? "yes" : "no";
            }
            else if (random.Next(5) < 2 && whole != claim)
            {
                claim["included_in"] = whole["id"];
            }
        }

        var columns = claims.SelectMany(c => c.Keys).Distinct().ToArray();
        var reports = claims.Select(c => FolderItems.ReportContent(columns, [.. columns.Select(n => c.GetValueOrDefault(n, ""))])).ToArray();
        var query = words.Split(' ', StringSplitOptions.RemoveEmptyEntries).ToImmutableArray();
        return (words, string.Join('\n', reports.Select(Encoding.UTF8.GetString)), Make(reports, random, BundlePurpose.OfQuery("counts", query)));
    }

    // Some claims are corrected or taken back, up to three times over: by the clerk who mends an entry, by the clerk who says when the
    // source did it, or by the source itself, whose key made half of the entries.
    private static List<Entry> Change(List<Entry> entries, Random random, SubmitterKey clerk, SubmitterKey army)
    {
        var changes = new List<Entry>();
        foreach (var first in entries)
        {
            for (var (entry, content) = (first, Encoding.UTF8.GetString(first.Content!.Value.Span)); random.Next(3) == 0 && changes.Count < 8;)
            {
                var ofArmy = content.Contains("\"nn-army\"", StringComparison.Ordinal) && (entry.Key == army.Id || random.Next(2) == 0);
                var key = ofArmy ? army : clerk;
                if (entry.Key != clerk.Id && !ofArmy)
                {
                    break;
                }

                var published = random.Next(2) == 0 ? "" : random.Next(2) == 0 ? "2031-03-09T12:00Z" : "2031-03-11T12:00Z";
                var leaf = Record.Tlog.MerkleHash.OfLeaf(entry.Bytes.Span);
                var isTakenBack = random.Next(3) == 0 && !entries.Exists(e => e != first && Encoding.UTF8.GetString(e.Content!.Value.Span).Contains($"\"{first.Item.Id}\"", StringComparison.Ordinal));
                if (isTakenBack)
                {
                    changes.Add(key.Sign(SampleKeys.Origin, EntryKind.Withdrawal, ItemContents.Change(leaf, "gone", published), RiverRecord.At));
                    break;
                }

                content = System.Text.RegularExpressions.Regex.Replace(content, "\"count\":\"[^\"]*\"", $"\"count\":\"{random.Next(1, 30)}\"");
                entry = key.Sign(SampleKeys.Origin, EntryKind.Correction, ItemContents.Correction(leaf, EntryKind.Report, Encoding.UTF8.GetBytes(content), "other", published), RiverRecord.At);
                changes.Add(entry);
            }
        }

        return changes;
    }

    private static byte[] Make(byte[][] reports, Random random, BundlePurpose purpose)
    {
        var folder = Directory.CreateTempSubdirectory("holdfire-random-").FullName;
        try
        {
            RiverCase.Write(Path.Combine(folder, "case"), random.Next(3) == 0);
            var registrar = SampleKeys.Submitter("mission", 11);
            var clerk = SampleKeys.Submitter("clerk", 12);
            var army = SampleKeys.Submitter("north", 13);
            KeyChange[] keys =
            [
                new KeyChange.Open(SampleKeys.Origin, registrar.PublicKey), new KeyChange.Register("clerk", clerk.PublicKey, []),
                new KeyChange.Register("north", army.PublicKey, ["nn-army"]),
            ];
            List<Entry> told = [.. reports.Select(r => (random.Next(2) == 0 ? clerk : army).Sign(SampleKeys.Origin, EntryKind.Report, r, RiverRecord.At))];
            Entry[] entries =
            [
                .. keys.Select(c => registrar.Sign(SampleKeys.Origin, c.Kind, c.ToContent(), RiverRecord.At)),
                .. FolderItems.Read(Path.Combine(folder, "case")).Where(i => i.Kind != EntryKind.Report)
                    .Select(i => clerk.Sign(SampleKeys.Origin, i.Kind, i.Content, RiverRecord.At)),
                .. told, .. Change(told, random, clerk, army),
            ];
            using (var key = SampleKeys.Operator)
            {
                var log = RecordLog.Create(Path.Combine(folder, "record"), key);
                log.AppendManyAsync([.. entries.Select(e => e.Bytes)]).GetAwaiter().GetResult();
                log.DisposeAsync().AsTask().GetAwaiter().GetResult();
            }

            var load = RecordCase.Load(Path.Combine(folder, "record"));
            Assert.True(load.Case is not null, string.Join('\n', load.Errors));
            var written = LogReader.Open(Path.Combine(folder, "record")).OrThrow();
            var figure = InProcess.Answer(purpose, load, written.Size);
            return BundleWriter.Make(written, purpose, null, Encoding.UTF8.GetBytes(figure), ImmutableHashSet<long>.Empty);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}

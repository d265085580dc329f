"""Runs the function run() of a match.py of meltt, given by its path, over entries of any number of sources.

usage: python3 - MATCH.py ENTRIES.csv OUT.csv DAYS KM DEPTHS SECONDS   (DEPTHS: levels of each taxonomy, for example 4,2)

ENTRIES.csv has the columns source (1, 2, ...), entry (its number in the source), start, end (whole days), latitude, longitude,
then the columns of the taxonomies, finest first. OUT.csv gets one line for each link: source,entry,source,entry.

The order of steps is that of meltt's R code: sources are merged one after another; events (start = end) with events, then
episodes with episodes; of a matched pair the entry of the later source is dropped. The links of episodes with events that
meltt lays before a person are not made.
"""
import csv
import importlib.util
import resource
import sys


def main(script, entries, out, days, km, depths, seconds):
    resource.setrlimit(resource.RLIMIT_CPU, (int(seconds), int(seconds) + 5))
    spec = importlib.util.spec_from_file_location("match", script)
    match = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(match)
    with open(entries, encoding="utf-8") as file:
        rows = list(csv.reader(file))[1:]
    codes = {}
    data = []
    for row in rows:
        taxonomy = [codes.setdefault((i, value), len(codes)) for i, value in enumerate(row[6:])]
        data.append([int(row[0]), int(row[1]), int(row[2]), int(row[3]), float(row[4]), float(row[5])] + taxonomy)
    depths = [int(depth) for depth in depths.split(",")]
    links = []
    for episodes in (False, True):
        kept = []
        for source in sorted({entry[0] for entry in data}):
            new = [e for e in data if e[0] == source and (e[2] != e[3]) == episodes]
            if kept and new:
                kept, new = merge(match, kept, new, links, float(days), float(km), depths)
            kept = sorted(kept + new, key=lambda e: e[2])
    with open(out, "w", encoding="utf-8", newline="") as file:
        csv.writer(file, lineterminator="\n").writerows(links)


def merge(match, kept, new, links, days, km, depths):
    kept = sorted(kept, key=lambda e: e[2])
    new = sorted(new, key=lambda e: e[2])
    both = [[1, i + 1] + e[2:] for i, e in enumerate(kept)] + [[2, i + 1] + e[2:] for i, e in enumerate(new)]
    both.sort(key=lambda e: e[2])
    names = [str(i) for i in range(len(both[0]))]
    columns = {name: [entry[i] for entry in both] for i, name in enumerate(names)}
    ones = [1.0] * len(depths)
    k = len(depths)
    _, chosen = match.run(
        columns, names, days, km, True, k, list(depths) if k > 1 else depths[0], [0] * k if k > 1 else 0, 0,
        ones if k > 1 else 1.0, 0, True)
    dropped = set()
    for row in chosen:
        left, right = kept[row[1] - 1], new[row[3] - 1]
        links.append((left[0], left[1], right[0], right[1]))
        dropped.add(row[3] - 1)
    return kept, [e for i, e in enumerate(new) if i not in dropped]


main(*sys.argv[1:8])

# Reads a server of OGC API - Features with OWSLib, and prints what it finds as JSON: features.py ADDRESS
import json
import sys
from owslib.ogcapi.features import Features

features = Features(sys.argv[1])
collections = features.collections()
names = [c["id"] for c in (collections["collections"] if isinstance(collections, dict) else collections)]
page = features.collection_items("incidents", limit=5)
first = page["features"][0]
item = features.collection_item("incidents", first["id"])
queryables = features.collection_queryables("incidents")
boxed = features.collection_items("incidents", bbox=[-20.25, -30.2, -19.95, -29.9])
print(json.dumps({
    "conforms": len(features.conformance()["conformsTo"]),
    "openapi": features.api()["openapi"],
    "collections": names,
    "matched": page["numberMatched"],
    "returned": len(page["features"]),
    "same": item["properties"] == first["properties"],
    "queryables": sorted(queryables["properties"]),
    "boxed": boxed["numberMatched"],
}))

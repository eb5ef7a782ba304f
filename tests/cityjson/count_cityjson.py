#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Counts what is in CityJSON files by other means than the reader's: Python's json module and the text of the standard.

usage: count_cityjson.py FOLDER > tests/data/cityjson/counts.csv
Every file below FOLDER that is CityJSON becomes a row. A file that must be refused has a reason in "refused".
"""
import json
import os
import sys

COLUMNS = ["file", "refused", "crs", "format", "objects", "roots", "surfaces", "thematic", "rings", "points",
           "textured", "curves", "instances", "addresses", "attributes", "sumX", "sumY", "sumZ"]
LEVELS = {"MultiSurface": 0, "CompositeSurface": 0, "Solid": 1, "MultiSolid": 2, "CompositeSolid": 2}
THEMATIC = {"RoofSurface", "GroundSurface", "WallSurface", "ClosureSurface", "OuterCeilingSurface",
            "OuterFloorSurface", "Window", "Door", "InteriorWallSurface", "CeilingSurface", "FloorSurface",
            "WaterSurface", "WaterGroundSurface", "WaterClosureSurface", "TrafficArea", "AuxiliaryTrafficArea",
            "TransportationMarking", "TransportationHole"}
# Files that state no CRS and do not lie in the region's: where they are from.
FOREIGN = {"1b_w_texture.city.json": "EPSG:3879"}


def load(path):
    """A list of JSON values: one for a document, one a line for a sequence. None: no JSON."""
    text = open(path, encoding="utf-8", errors="strict").read()
    try:
        return [json.loads(text)]
    except ValueError:
        pass
    lines = [line for line in text.splitlines() if line.strip()]
    values = []
    for line in lines:
        try:
            values.append(json.loads(line))
        except ValueError:
            values.append(None)
    return values if values and isinstance(values[0], dict) and len(values) > 1 else None


def plain(value):
    return not isinstance(value, (dict, list))


def attributes(value, depth=0):
    if value is None or value == "":
        return 0
    if plain(value):
        return 1
    if isinstance(value, dict):
        if set(value) == {"value", "uom"} and plain(value["value"]) and isinstance(value["uom"], str):
            return 1
        return sum(attributes(v, depth + 1) for v in value.values())
    if all(plain(v) for v in value):
        return 1 if any(v is not None and v != "" for v in value) else 0
    return sum(attributes(v, depth + 1) for v in value)


class Counter:
    def __init__(self, region):
        self.region = region
        self.n = dict.fromkeys(COLUMNS[4:], 0)

    def surfaces(self, boundaries, level, semantics, types, textures, vertices):
        for i, part in enumerate(boundaries):
            s = semantics[i] if isinstance(semantics, list) and i < len(semantics) else None
            t = textures[i] if isinstance(textures, list) and i < len(textures) else None
            if level > 0:
                self.surfaces(part, level - 1, s, types, t, vertices)
            else:
                self.surface(part, s, types, t, vertices)

    def surface(self, rings, semantic, types, texture, vertices):
        good = []
        for ring in rings:
            valid = all(isinstance(v, int) and 0 <= v < len(vertices) for v in ring)
            points = [vertices[v] for v in ring] if valid else []
            if self.region and any(x >= 1e6 for x, _, _ in points):
                points = []  # no easting of UTM 32 has more than six digits before the point
            if len(points) > 1 and points[0] == points[-1]:
                points = points[:-1]
            if len(points) >= 3:
                good.append(points)
            elif not good:
                return
        if not good:
            return
        self.n["surfaces"] += 1
        self.n["rings"] += len(good)
        self.n["points"] += sum(map(len, good))
        for ring in good:
            for x, y, z in ring:
                self.n["sumX"] += x
                self.n["sumY"] += y
                self.n["sumZ"] += z
        if isinstance(semantic, int) and semantic < len(types) and types[semantic] in THEMATIC \
                and not (self.lod < 1 and types[semantic] == "GroundSurface"):
            self.n["thematic"] += 1  # footprints count apart: the reader takes them for ground anyway
        if isinstance(texture, list) and texture and isinstance(texture[0], list) and texture[0] \
                and texture[0][0] is not None:
            self.n["textured"] += 1

    def geometry(self, geometry, vertices, templates):
        kind = geometry.get("type")
        self.lod = float(geometry.get("lod") or 2)
        boundaries = geometry.get("boundaries") or []
        if kind == "GeometryInstance":
            self.n["instances"] += geometry.get("template", -1) in range(len(templates))
        elif kind == "MultiPoint":
            self.n["curves"] += len(boundaries)
        elif kind == "MultiLineString":
            self.n["curves"] += sum(len(line) > 1 for line in boundaries)
        elif kind in LEVELS:
            semantics = geometry.get("semantics") or {}
            types = [s.get("type") for s in semantics.get("surfaces", [])]
            themes = geometry.get("texture") or {}
            texture = next(iter(themes.values()), {}).get("values") if themes else None
            self.surfaces(boundaries, LEVELS[kind], semantics.get("values"), types, texture, vertices)

    def objects(self, objects, vertices, templates):
        groups = {k for k, o in objects.items() if o.get("type") == "CityObjectGroup"}
        named = {c for k, o in objects.items() if k not in groups for c in o.get("children", [])}
        for key, o in objects.items():
            self.n["objects"] += 1
            parents = [p for p in o.get("parents", []) if p in objects and p not in groups]
            child = parents or (key in named and not o.get("parents"))
            self.n["roots"] += not child
            for geometry in o.get("geometry", []) or []:
                self.geometry(geometry, vertices, templates)
            for name, value in (o.get("attributes") or {}).items():
                if name not in ("name", "creationDate", "terminationDate"):
                    self.n["attributes"] += attributes(value)
            for name, value in o.items():
                if name.startswith("+"):
                    self.n["attributes"] += attributes(value)
            if o.get("type") == "CityObjectGroup":
                self.n["attributes"] += attributes(o.get("children", o.get("members")))
            address = o.get("address") or []
            self.n["addresses"] += len([a for a in (address if isinstance(address, list) else [address])
                                        if any(plain(v) for v in a.values())])


def placed(value, transform):
    scale, translate = transform.get("scale", [1, 1, 1]), transform.get("translate", [0, 0, 0])
    return [[c * s + t for c, s, t in zip(v, scale, translate)] for v in value]


def row(path, folder):
    name = os.path.relpath(path, folder)
    result = dict.fromkeys(COLUMNS, "")
    result["file"] = name
    try:
        values = load(path)
    except (ValueError, OSError):
        values = None
    if not values:
        broken = open(path, "rb").read(1) == b"{"
        return {**result, "refused": "file.malformed" if broken else "file.not-a-city-model"}
    head = values[0]
    if not isinstance(head, dict) or head.get("type") != "CityJSON":
        return {**result, "refused": "file.not-a-city-model"}
    version = str(head.get("version"))[:3]
    if version not in ("1.0", "1.1", "2.0"):
        return {**result, "refused": "file.unsupported-version"}
    stated = (head.get("metadata") or {}).get("referenceSystem")
    result["crs"] = "" if stated else FOREIGN.get(os.path.basename(path), "EPSG:25832")
    result["format"] = ("CityJSONSeq " if len(values) > 1 else "CityJSON ") + version
    templates = (head.get("geometry-templates") or {}).get("templates") or []
    counter = Counter(result["crs"] == "EPSG:25832")
    transform = head.get("transform") or {}
    for value in values if len(values) == 1 else values[1:]:
        if value is not None and value.get("type") in ("CityJSON", "CityJSONFeature"):
            counter.objects(value.get("CityObjects") or {}, placed(value.get("vertices") or [], transform), templates)
    for key, count in counter.n.items():
        result[key] = "%.6f" % count if key.startswith("sum") else count
    return result


def main():
    folder = sys.argv[1]
    print(",".join(COLUMNS))
    for sub in ("cityjson", "cityjson-edge"):
        for base, _, files in sorted(os.walk(os.path.join(folder, sub))):
            for name in sorted(files):
                if name.endswith((".json", ".jsonl", ".txt")):
                    print(",".join(str(v) for v in row(os.path.join(base, name), folder).values()))


main()

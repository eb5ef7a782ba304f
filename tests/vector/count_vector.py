#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Counts the features of vector files by other means than the reader's: ogrinfo, and ElementTree for ALKIS and XPlanGML.

usage: count_vector.py FOLDER > tests/data/vector/counts.csv
A table of each file becomes a row; files that must be refused have a reason in "refused".
"""
import csv
import gzip
import os
import re
import subprocess
import sys
import xml.etree.ElementTree as ElementTree

SUFFIXES = (".gpkg", ".geojson", ".shp", ".osm", ".kml", ".fgb")
GML = ("alkis/", "xplan/")
GML_NS = "http://www.opengis.net/gml"
GEOMETRIES = {"Point", "MultiPoint", "LineString", "MultiLineString", "Curve", "MultiCurve", "CompositeCurve",
              "OrientableCurve", "Polygon", "MultiPolygon", "Surface", "MultiSurface", "CompositeSurface",
              "PolyhedralSurface", "MultiGeometry"}


def local(tag):
    return tag.rsplit("}", 1)[-1]


def ogr_tables(path):
    text = subprocess.run(["ogrinfo", "-so", "-al", "-ro", path], capture_output=True, text=True, check=False).stdout
    if path.endswith(".osm"):  # has no counts: its features must be listed
        listed = subprocess.run(["ogrinfo", "-al", "-ro", "-geom=NO", path], capture_output=True, text=True,
                                check=False).stdout
        names = re.findall(r"^OGRFeature\((\w+)\):", listed, re.M)
        return [(name, names.count(name)) for name in sorted(set(names))]
    tables = []
    for block in re.split(r"\n(?=Layer name: )", text):
        name = re.match(r"Layer name: (.*)", block)
        kind = re.search(r"^Geometry: (.*)", block, re.M)
        count = re.search(r"^Feature Count: (-?\d+)", block, re.M)
        if name and kind and count and kind.group(1) != "None":
            tables.append((name.group(1), int(count.group(1))))
    return tables


def has_geometry(feature):
    for child in feature.iter():
        if local(child.tag) in GEOMETRIES and child.tag.startswith("{" + GML_NS):
            parents = [e for e in feature if local(e.tag) != "boundedBy" and child in list(e.iter())]
            if parents:
                return True
    return False


def gml_tables(path):
    opened = gzip.open(path) if path.endswith(".gz") else open(path, "rb")
    root = ElementTree.parse(opened).getroot()
    counts, geometries = {}, {}
    for member in root.iter():
        if local(member.tag) not in ("featureMember", "featureMembers", "member"):
            continue
        for feature in member:
            name = local(feature.tag)
            if name.startswith("AP_") or name.endswith("Collection"):
                continue
            if not (feature.tag.startswith("{" + GML_NS)):
                counts[name] = counts.get(name, 0) + 1
                geometries[name] = geometries.get(name, False) or has_geometry(feature)
    return sorted((name, count) for name, count in counts.items() if geometries[name])


def main():
    folder = sys.argv[1]
    out = csv.writer(sys.stdout, delimiter=";", lineterminator="\n")
    out.writerow(["file", "refused", "table", "count"])
    for base, folders, files in sorted(os.walk(folder)):
        folders.sort()
        for name in sorted(files):
            path = os.path.join(base, name)
            short = os.path.relpath(path, folder)
            if short.startswith("3dtiles"):
                continue
            gml = short.startswith(GML) and name.endswith((".gml", ".xml", ".xml.gz"))
            if not gml and not name.endswith(SUFFIXES):
                continue
            try:
                tables = gml_tables(path) if gml else ogr_tables(path)
            except ElementTree.ParseError:
                out.writerow([short, "MalformedData", "", ""])
                continue
            for table, count in tables:
                out.writerow([short, "", table, count])
            if not tables:
                out.writerow([short, "NoData", "", ""])


main()

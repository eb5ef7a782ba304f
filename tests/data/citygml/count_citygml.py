#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Counts what is in CityGML files, by other means than the reader: a whole document at a time (expat), links followed
over the whole file. usage: count_citygml.py FOLDER > expected.tsv   (FOLDER: ../shared/data)

Columns: file, options, result, objects by type, surfaces by level of detail, lines and points, uses of shapes, and
surfaces with a texture or a material. `result` of files that cannot be placed is the reason that the reader must give;
the counts of such files are those of the objects alone, or nothing where the whole file is refused."""
import collections
import pathlib
import re
import sys
import xml.etree.ElementTree as ET

RENAMED = {
    'Room': 'BuildingRoom', 'IntBuildingInstallation': 'BuildingInstallation', 'WindowSurface': 'Window',
    'DoorSurface': 'Door', 'BridgeConstructionElement': 'BridgeConstructiveElement', 'TINRelief': 'ReliefFeature',
    'MassPointRelief': 'ReliefFeature', 'BreaklineRelief': 'ReliefFeature',
}
TYPES = set('''Building BuildingPart BuildingInstallation BuildingRoom BuildingFurniture BuildingConstructiveElement
BuildingUnit Storey Window Door Bridge BridgePart Tunnel TunnelPart OtherConstruction Road Railway Track Square Waterway
TransportationComplex TrafficSpace AuxiliaryTrafficSpace PlantCover SolitaryVegetationObject WaterBody CityFurniture
LandUse ReliefFeature GenericCityObject CityObjectGroup'''.split())
POLYGONS = {'Polygon', 'PolygonPatch', 'Triangle', 'Rectangle'}
LINES = {'LineString', 'Curve'}
PLACED_NOWHERE = {  # by what the file states
    '#local-CRS-1': 'file.crs-unknown',  # a local engineering CRS
    'EPSG:23632': 'file.crs-unknown',    # no code of the EPSG
    'CH1903': 'file.crs-unknown',        # the name of a datum, not of a CRS
}


def local(name):
    return name.rsplit('}', 1)[-1]


def attribute(element, name):
    return next((v for k, v in element.attrib.items() if local(k) == name), None)


def is_citygml(element):
    return 'opengis.net/citygml' in element.tag


class Count:
    def __init__(self, path):
        self.root = ET.parse(path).getroot()
        self.parent = {c: p for p in self.root.iter() for c in p}
        self.by_id = {}
        for element in self.root.iter():
            if attribute(element, 'id') is not None:
                self.by_id.setdefault(attribute(element, 'id'), element)
        self.objects = collections.Counter()
        self.surfaces = collections.Counter()
        self.lines = self.shapes = self.looks = 0
        self.targets = {t.lstrip('#') for t in self.looked_at()}
        for member in self.root:
            if local(member.tag) in ('cityObjectMember', 'featureMember'):
                for element in member:
                    self.count_object(element)

    def looked_at(self):
        for element in self.root.iter():
            if 'citygml/appearance' not in element.tag:
                continue
            if local(element.tag) in ('target', 'uri'):
                yield element.get('uri') or (element.text or '').strip()

    def lod_of(self, prop):
        found = re.match(r'lod([0-4]).', local(prop.tag))
        if found:
            return None if 'TerrainIntersection' in prop.tag else 10 * int(found[1])
        if 'citygml/relief' in prop.tag and local(prop.tag) in ('tin', 'reliefPoints', 'ridgeOrValleyLines', 'breaklines'):
            return 10 * int(next(c.text for c in self.parent[prop] if local(c.tag) == 'lod'))
        return None

    def count_object(self, top):
        polygons, lines = {}, set()
        for element in top.iter():
            name = RENAMED.get(local(element.tag), local(element.tag))
            boundary = local(self.parent[element].tag) in ('boundedBy', 'boundary')
            around = local(self.parent[self.parent[element]].tag) if element is not top else ''
            if is_citygml(element) and name in TYPES and not (boundary and around in ('Window', 'Door')):
                self.objects[name] += 1
            elif is_citygml(element) and name in ('TrafficArea', 'AuxiliaryTrafficArea') and not boundary:
                self.objects[name.replace('Area', 'Space')] += 1
            elif element is top or (name[0].isupper() and not boundary and '/gml' not in element.tag
                                    and local(element.tag) != 'ImplicitGeometry'
                                    and any(self.lod_of(p) is not None and len(p) for p in element.iter())):
                self.objects['CityObject'] += 1
            lod = self.lod_of(element)
            if lod is not None and len(element):
                self.collect(element, lod, polygons, lines, set())
        seen = {}
        for (lod, polygon), thematic in polygons.items():
            points = self.points(polygon)
            if points is not None:
                seen.setdefault((lod, points), []).append((polygon, thematic))
        for (lod, _), same in seen.items():
            # The same points as a boundary surface and once more in the solid: one surface.
            kept = [s for s in same if s[1]] or same
            self.surfaces[lod] += len(kept)
            self.looks += sum(self.has_look(polygon) for polygon, _ in kept)
        self.lines += len(lines)

    def is_thematic(self, node):
        while node is not None:
            name = local(node.tag)
            if (name.endswith(('Surface', 'TrafficArea')) and is_citygml(node)) or name in ('Window', 'Door') or (
                    name.endswith('Surface') and '/gml' not in node.tag and local(self.parent[node].tag) == 'boundedBy'):
                return True
            if name in TYPES:
                return False
            node = self.parent.get(node)
        return False

    def collect(self, node, lod, polygons, lines, open_links):
        name = local(node.tag)
        if name == 'ImplicitGeometry':
            geometry = next((c for c in node if local(c.tag) in ('relativeGMLGeometry', 'relativeGeometry')), None)
            self.shapes += geometry is not None
            return
        if name in ('metaDataProperty', 'boundedBy', 'stopLines', 'breakLines', 'maxLength'):
            return
        href = attribute(node, 'href')
        if href is not None:
            target = self.by_id.get(href.lstrip('#')) if href.startswith('#') else None
            if target is not None and href not in open_links:
                self.collect(target, lod, polygons, lines, open_links | {href})
            return
        if name in POLYGONS:
            key = (lod, node)
            polygons[key] = polygons.get(key, False) or self.is_thematic(node)
            return
        if name in LINES:
            lines.add((lod, node))
            return
        if name == 'Point':
            lines.add((lod, node))
            return
        for child in node:
            self.collect(child, lod, polygons, lines, open_links)

    @staticmethod
    def points(polygon):
        """The points of all rings, in no order; None where there is no exterior ring."""
        rings = []
        for boundary in polygon:
            if local(boundary.tag) not in ('exterior', 'outerBoundaryIs', 'interior', 'innerBoundaryIs'):
                continue
            text = ' '.join(e.text or '' for e in boundary.iter() if local(e.tag) in ('posList', 'pos', 'coordinates'))
            try:
                numbers = [float(n) for n in text.replace(',', ' ').split()]
            except ValueError:
                numbers = []
            points = list(zip(*[iter(numbers)] * 3)) if len(numbers) % 3 == 0 else []
            if len(points) > 1 and points[0] == points[-1]:
                points.pop()
            exterior = local(boundary.tag) in ('exterior', 'outerBoundaryIs')
            if len(points) < 3 and exterior:
                return None
            if len(points) >= 3:
                rings += points
        return tuple(sorted(rings)) if rings else None

    def has_look(self, node):
        while node is not None:
            if attribute(node, 'id') in self.targets:
                return True
            node = self.parent.get(node)
        return False


def row(folder, path):
    name = str(path.relative_to(folder))
    try:
        count = Count(path)
    except ET.ParseError:
        return None
    if local(count.root.tag) not in ('CityModel', 'FeatureCollection'):
        return None
    stated = {e.get('srsName') for e in count.root.iter() if e.get('srsName')}
    options = '' if stated else '--crs EPSG:25832'
    result = next((PLACED_NOWHERE[s] for s in stated if s in PLACED_NOWHERE), 'read')
    if result != 'read':
        return [name, options, result, '', '', '', '', '']
    join = lambda counter: ' '.join(f'{k}={v}' for k, v in sorted(counter.items()))
    return [name, options, result, join(count.objects), join(count.surfaces), str(count.lines), str(count.shapes),
            str(count.looks)]


def main():
    folder = pathlib.Path(sys.argv[1])
    print('# SPDX-License-Identifier: GPL-3.0-or-later')
    print('# Made by count_citygml.py: file, options, result, objects, surfaces by LoD, lines and points, shapes, looks')
    files = sorted(p for p in folder.glob('citygml-*/**/*') if p.suffix in ('.gml', '.xml', '.citygml'))
    for path in files:
        columns = row(folder, path)
        if columns:
            print('\t'.join(columns))


if __name__ == '__main__':
    main()

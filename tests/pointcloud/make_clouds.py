#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes the point clouds of tests/data/pointcloud with laspy and lazrs, and what these read in any cloud.

    make_clouds.py make FOLDER       the clouds and expected.csv
    make_clouds.py expect FILE…      lines of expected.csv for other files
    make_clouds.py seeds FOLDER      small clouds for tests/data/fuzz/pointcloud

Needs laspy[lazrs] and numpy from PyPI. The sums are of all points that are not withheld; products tie fields together, so
that values that belong to different points are noticed.
"""
import sys
from pathlib import Path

import laspy
import numpy as np

COLUMNS = "file,points,withheld,east,north,height,intensity,classes,lines,times,colours,mixed"


def expect(path):
    cloud = laspy.read(path)
    keep = np.asarray(cloud.withheld) == 0
    names = set(cloud.point_format.dimension_names)

    def values(name):
        return np.asarray(cloud[name])[keep].astype(np.float64) if name in names else np.zeros(keep.sum())

    x, y, z = (np.asarray(v)[keep] for v in (cloud.x, cloud.y, cloud.z))
    red, green, blue = values("red"), values("green"), values("blue")
    kinds, intensity = values("classification"), values("intensity")
    sums = [
        (x - cloud.header.mins[0]).sum(), (y - cloud.header.mins[1]).sum(), (z - cloud.header.mins[2]).sum(),
        intensity.sum(), kinds.sum(), values("point_source_id").sum(), values("gps_time").sum(),
        (red + 3 * green + 7 * blue).sum(),
        ((x - cloud.header.mins[0]) * (1 + kinds) + (z - cloud.header.mins[2]) * intensity + red * kinds).sum(),
    ]
    return ",".join([Path(path).name, str(len(keep)), str(int((~keep).sum()))] + [f"{s:.6f}" for s in sums])


def city(point_format, count, seed, channels=False):
    """Scan lines over ground, roofs and trees, several returns a pulse."""
    r = np.random.default_rng(seed)
    header = laspy.LasHeader(point_format=point_format, version="1.4" if point_format > 5 else "1.2" if point_format < 4 else "1.3")
    header.scales = [0.01, 0.01, 0.001]
    header.offsets = [393000.0, 5706000.0, 0.0]
    cloud = laspy.LasData(header)
    returns = np.repeat(r.choice([1, 1, 1, 2, 3, 5], count), 1)
    pulse = np.cumsum(r.random(count) < 0.6)
    t = pulse / max(pulse[-1], 1)
    x = 393000 + 60 * (np.abs((t * 40) % 2 - 1)) + r.normal(0, 0.02, count)
    y = 5706000 + 60 * t + r.normal(0, 0.02, count)
    ground = 100 + 0.02 * (x - 393000)
    roof = (np.abs(x - 393030) < 12) & (np.abs(y - 5706030) < 9)
    tree = r.random(count) < 0.15
    cloud.x, cloud.y = x, y
    cloud.z = ground + np.where(roof, 9.5, np.where(tree, 12 * r.random(count), 0))
    cloud.intensity = np.clip(r.normal(900, 300, count) + 500 * roof, 0, 65535).astype(np.uint16)
    cloud.number_of_returns = returns
    cloud.return_number = 1 + r.integers(0, 5, count) % returns
    kinds = np.where(roof, 6, np.where(tree, r.choice([3, 4, 5], count), 2)).astype(np.uint8)
    kinds[::97] = 7
    cloud.classification = kinds
    cloud.withheld = (np.arange(count) % 211 == 0).astype(np.uint8)
    cloud.edge_of_flight_line = (np.arange(count) % 50 == 0).astype(np.uint8)
    cloud.user_data = r.integers(0, 4, count).astype(np.uint8)
    cloud.point_source_id = np.where(t < 0.5, 17, 18).astype(np.uint16)
    names = set(cloud.point_format.dimension_names)
    if "scan_angle_rank" in names:
        cloud.scan_angle_rank = (20 * np.sin(t * 90)).astype(np.int8)
    if "scan_angle" in names:
        cloud.scan_angle = (3000 * np.sin(t * 90)).astype(np.int16)
    if "gps_time" in names:
        cloud.gps_time = 300000000.0 + pulse * 2.5e-6 + np.where(t > 0.5, 4000.0, 0) + np.where(pulse % 900 < 3, 1e-3, 0)
    if "red" in names:
        grey = r.random(count) < 0.3
        base = r.integers(60, 200, count)
        for i, name in enumerate(("red", "green", "blue")):
            cloud[name] = (257 * np.clip(np.where(grey, base, base + (i - 1) * 30 + r.integers(-3, 4, count)), 0, 255)).astype(np.uint16)
        if point_format in (7, 8, 10):
            cloud.red = np.asarray(cloud.red) ^ r.integers(0, 255, count).astype(np.uint16)
    if "nir" in names:
        cloud.nir = r.integers(0, 65535, count).astype(np.uint16)
    if channels:
        cloud.scanner_channel = (pulse // 7 % 3).astype(np.uint8)
    return cloud


def make(folder):
    folder = Path(folder)
    folder.mkdir(parents=True, exist_ok=True)
    made = []

    def write(cloud, name):
        cloud.write(str(folder / name))
        made.append(folder / name)

    for point_format in range(11):
        cloud = city(point_format, 1200, point_format)
        if point_format == 3:
            cloud.add_extra_dim(laspy.ExtraBytesParams("deviation", np.uint16))
            cloud.deviation = np.arange(1200, dtype=np.uint16) % 300
        write(cloud, f"format{point_format}.las")
        if point_format in (0, 1, 2, 3, 6, 7, 8):
            write(cloud, f"format{point_format}.laz")
    # No colours: where channels take turns, lazrs predicts colours otherwise than LASzip does.
    write(city(6, 3000, 70, channels=True), "channels6.laz")
    (folder / "expected.csv").write_text(COLUMNS + "\n" + "".join(expect(p) + "\n" for p in made))


def seeds(folder):
    Path(folder).mkdir(parents=True, exist_ok=True)
    for point_format, name in ((1, "format1.las"), (3, "format3.laz"), (6, "channels6.laz"), (8, "format8.laz")):
        city(point_format, 80, point_format, channels=name.startswith("channels")).write(str(Path(folder) / name))


if __name__ == "__main__":
    if sys.argv[1] == "seeds":
        seeds(sys.argv[2])
    elif sys.argv[1] == "make":
        make(sys.argv[2])
    else:
        for name in sys.argv[2:]:
            print(expect(name))

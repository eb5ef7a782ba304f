// SPDX-License-Identifier: GPL-3.0-or-later
#include "package/database/GeoPackageSchema.h"

namespace twin::package {

const char* geoPackageSchema()
{
    return R"sql(
CREATE TABLE gpkg_spatial_ref_sys (
  srs_name TEXT NOT NULL, srs_id INTEGER NOT NULL PRIMARY KEY, organization TEXT NOT NULL,
  organization_coordsys_id INTEGER NOT NULL, definition TEXT NOT NULL, description TEXT);
INSERT INTO gpkg_spatial_ref_sys VALUES
  ('Undefined cartesian SRS', -1, 'NONE', -1, 'undefined', 'undefined cartesian coordinate reference system'),
  ('Undefined geographic SRS', 0, 'NONE', 0, 'undefined', 'undefined geographic coordinate reference system'),
  ('WGS 84 geodetic', 4326, 'EPSG', 4326, 'GEOGCS["WGS 84",DATUM["WGS_1984",SPHEROID["WGS 84",6378137,298.257223563,AUTHORITY["EPSG","7030"]],AUTHORITY["EPSG","6326"]],PRIMEM["Greenwich",0,AUTHORITY["EPSG","8901"]],UNIT["degree",0.0174532925199433,AUTHORITY["EPSG","9122"]],AUTHORITY["EPSG","4326"]]', 'longitude/latitude coordinates in decimal degrees on the WGS 84 spheroid'),
  ('ETRS89 / UTM zone 32N', 25832, 'EPSG', 25832, 'PROJCS["ETRS89 / UTM zone 32N",GEOGCS["ETRS89",DATUM["European_Terrestrial_Reference_System_1989",SPHEROID["GRS 1980",6378137,298.257222101,AUTHORITY["EPSG","7019"]],AUTHORITY["EPSG","6258"]],PRIMEM["Greenwich",0,AUTHORITY["EPSG","8901"]],UNIT["degree",0.0174532925199433,AUTHORITY["EPSG","9122"]],AUTHORITY["EPSG","4258"]],PROJECTION["Transverse_Mercator"],PARAMETER["latitude_of_origin",0],PARAMETER["central_meridian",9],PARAMETER["scale_factor",0.9996],PARAMETER["false_easting",500000],PARAMETER["false_northing",0],UNIT["metre",1,AUTHORITY["EPSG","9001"]],AXIS["Easting",EAST],AXIS["Northing",NORTH],AUTHORITY["EPSG","25832"]]', 'heights in columns: DHHN2016 (EPSG:7837), metres');
CREATE TABLE gpkg_contents (
  table_name TEXT NOT NULL PRIMARY KEY, data_type TEXT NOT NULL, identifier TEXT UNIQUE, description TEXT DEFAULT '',
  last_change DATETIME NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ','now')),
  min_x DOUBLE, min_y DOUBLE, max_x DOUBLE, max_y DOUBLE, srs_id INTEGER,
  CONSTRAINT fk_gc_r_srs_id FOREIGN KEY (srs_id) REFERENCES gpkg_spatial_ref_sys(srs_id));
CREATE TABLE gpkg_geometry_columns (
  table_name TEXT NOT NULL, column_name TEXT NOT NULL, geometry_type_name TEXT NOT NULL, srs_id INTEGER NOT NULL,
  z TINYINT NOT NULL, m TINYINT NOT NULL,
  CONSTRAINT pk_geom_cols PRIMARY KEY (table_name, column_name), CONSTRAINT uk_gc_table_name UNIQUE (table_name),
  CONSTRAINT fk_gc_tn FOREIGN KEY (table_name) REFERENCES gpkg_contents(table_name),
  CONSTRAINT fk_gc_srs FOREIGN KEY (srs_id) REFERENCES gpkg_spatial_ref_sys (srs_id));
CREATE TABLE gpkg_extensions (
  table_name TEXT, column_name TEXT, extension_name TEXT NOT NULL, definition TEXT NOT NULL, scope TEXT NOT NULL,
  CONSTRAINT ge_tce UNIQUE (table_name, column_name, extension_name));
CREATE TABLE city_object (
  fid INTEGER PRIMARY KEY NOT NULL, geom MULTIPOLYGON, gml_id TEXT NOT NULL, type TEXT NOT NULL, name TEXT,
  parent TEXT, root TEXT NOT NULL, function_code TEXT, function TEXT, roof_type TEXT, measured_height REAL,
  storeys_above_ground INTEGER, creation_date DATE, termination_date DATE, ground_height REAL, top_height REAL,
  min_easting REAL, min_northing REAL, max_easting REAL, max_northing REAL,
  source INTEGER, line INTEGER, attributes TEXT, addresses TEXT, external_references TEXT, surfaces TEXT,
  module TEXT NOT NULL, class_name TEXT, lods TEXT, footprint_area REAL, volume REAL);
CREATE TABLE address (
  fid INTEGER PRIMARY KEY NOT NULL, geom POINT, street TEXT, house_number TEXT, postal_code TEXT, locality TEXT,
  object_id TEXT NOT NULL);
CREATE TABLE issue (
  fid INTEGER PRIMARY KEY NOT NULL, reason TEXT NOT NULL, detail TEXT, source TEXT, line INTEGER, object_id TEXT);
CREATE TABLE lineage (
  fid INTEGER PRIMARY KEY NOT NULL, path TEXT, bytes INTEGER, format TEXT, crs TEXT, crs_origin TEXT, title TEXT,
  licence TEXT, file_date DATE);
CREATE VIRTUAL TABLE rtree_city_object_geom USING rtree(id, minx, maxx, miny, maxy);
CREATE VIRTUAL TABLE rtree_address_geom USING rtree(id, minx, maxx, miny, maxy);
INSERT INTO gpkg_extensions VALUES
  ('city_object', 'geom', 'gpkg_rtree_index', 'http://www.geopackage.org/spec121/#extension_rtree', 'write-only'),
  ('address', 'geom', 'gpkg_rtree_index', 'http://www.geopackage.org/spec121/#extension_rtree', 'write-only');
)sql";
}

const char* geoPackageIndexes()
{
    return R"sql(
CREATE INDEX city_object_gml_id ON city_object(gml_id);
CREATE INDEX city_object_parent ON city_object(parent) WHERE parent IS NOT NULL;

CREATE TRIGGER "rtree_city_object_geom_insert" AFTER INSERT ON "city_object" WHEN (NEW."geom" NOT NULL AND NOT ST_IsEmpty(NEW."geom")) BEGIN
  INSERT OR REPLACE INTO "rtree_city_object_geom" VALUES (NEW.fid, ST_MinX(NEW."geom"), ST_MaxX(NEW."geom"), ST_MinY(NEW."geom"), ST_MaxY(NEW."geom"));
END;
CREATE TRIGGER "rtree_city_object_geom_update1" AFTER UPDATE OF "geom" ON "city_object" WHEN OLD.fid = NEW.fid AND (NEW."geom" NOTNULL AND NOT ST_IsEmpty(NEW."geom")) BEGIN
  INSERT OR REPLACE INTO "rtree_city_object_geom" VALUES (NEW.fid, ST_MinX(NEW."geom"), ST_MaxX(NEW."geom"), ST_MinY(NEW."geom"), ST_MaxY(NEW."geom"));
END;
CREATE TRIGGER "rtree_city_object_geom_update2" AFTER UPDATE OF "geom" ON "city_object" WHEN OLD.fid = NEW.fid AND (NEW."geom" ISNULL OR ST_IsEmpty(NEW."geom")) BEGIN
  DELETE FROM "rtree_city_object_geom" WHERE id = OLD.fid;
END;
CREATE TRIGGER "rtree_city_object_geom_update3" AFTER UPDATE ON "city_object" WHEN OLD.fid != NEW.fid AND (NEW."geom" NOTNULL AND NOT ST_IsEmpty(NEW."geom")) BEGIN
  DELETE FROM "rtree_city_object_geom" WHERE id = OLD.fid;
  INSERT OR REPLACE INTO "rtree_city_object_geom" VALUES (NEW.fid, ST_MinX(NEW."geom"), ST_MaxX(NEW."geom"), ST_MinY(NEW."geom"), ST_MaxY(NEW."geom"));
END;
CREATE TRIGGER "rtree_city_object_geom_update4" AFTER UPDATE ON "city_object" WHEN OLD.fid != NEW.fid AND (NEW."geom" ISNULL OR ST_IsEmpty(NEW."geom")) BEGIN
  DELETE FROM "rtree_city_object_geom" WHERE id IN (OLD.fid, NEW.fid);
END;
CREATE TRIGGER "rtree_city_object_geom_delete" AFTER DELETE ON "city_object" WHEN OLD."geom" NOT NULL BEGIN
  DELETE FROM "rtree_city_object_geom" WHERE id = OLD.fid;
END;
CREATE TRIGGER "rtree_address_geom_insert" AFTER INSERT ON "address" WHEN (NEW."geom" NOT NULL AND NOT ST_IsEmpty(NEW."geom")) BEGIN
  INSERT OR REPLACE INTO "rtree_address_geom" VALUES (NEW.fid, ST_MinX(NEW."geom"), ST_MaxX(NEW."geom"), ST_MinY(NEW."geom"), ST_MaxY(NEW."geom"));
END;
CREATE TRIGGER "rtree_address_geom_update1" AFTER UPDATE OF "geom" ON "address" WHEN OLD.fid = NEW.fid AND (NEW."geom" NOTNULL AND NOT ST_IsEmpty(NEW."geom")) BEGIN
  INSERT OR REPLACE INTO "rtree_address_geom" VALUES (NEW.fid, ST_MinX(NEW."geom"), ST_MaxX(NEW."geom"), ST_MinY(NEW."geom"), ST_MaxY(NEW."geom"));
END;
CREATE TRIGGER "rtree_address_geom_update2" AFTER UPDATE OF "geom" ON "address" WHEN OLD.fid = NEW.fid AND (NEW."geom" ISNULL OR ST_IsEmpty(NEW."geom")) BEGIN
  DELETE FROM "rtree_address_geom" WHERE id = OLD.fid;
END;
CREATE TRIGGER "rtree_address_geom_update3" AFTER UPDATE ON "address" WHEN OLD.fid != NEW.fid AND (NEW."geom" NOTNULL AND NOT ST_IsEmpty(NEW."geom")) BEGIN
  DELETE FROM "rtree_address_geom" WHERE id = OLD.fid;
  INSERT OR REPLACE INTO "rtree_address_geom" VALUES (NEW.fid, ST_MinX(NEW."geom"), ST_MaxX(NEW."geom"), ST_MinY(NEW."geom"), ST_MaxY(NEW."geom"));
END;
CREATE TRIGGER "rtree_address_geom_update4" AFTER UPDATE ON "address" WHEN OLD.fid != NEW.fid AND (NEW."geom" ISNULL OR ST_IsEmpty(NEW."geom")) BEGIN
  DELETE FROM "rtree_address_geom" WHERE id IN (OLD.fid, NEW.fid);
END;
CREATE TRIGGER "rtree_address_geom_delete" AFTER DELETE ON "address" WHEN OLD."geom" NOT NULL BEGIN
  DELETE FROM "rtree_address_geom" WHERE id = OLD.fid;
END;
)sql";
}

} // namespace twin::package

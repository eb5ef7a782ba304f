// SPDX-License-Identifier: GPL-3.0-or-later
// node validate.mjs FOLDER: every *.glb below FOLDER through the Khronos glTF validator, its meshopt-compressed buffers
// decoded first (the validator knows EXT_meshopt_compression by name only) and its extensions' buffer views range-checked.
// Prints one line a problem; exit code 1 when there was any.
import { readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { createRequire } from 'node:module';

const require = createRequire(join(process.env.TWIN_NODE_MODULES, 'package.json'));
const validator = require('gltf-validator');
const { MeshoptDecoder } = require('meshoptimizer');

function* glbFiles(folder) {
  for (const name of readdirSync(folder).sort()) {
    const path = join(folder, name);
    if (statSync(path).isDirectory()) yield* glbFiles(path);
    else if (name.endsWith('.glb')) yield path;
  }
}

function chunksOf(bytes) {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const jsonLength = view.getUint32(12, true);
  const json = JSON.parse(new TextDecoder().decode(bytes.subarray(20, 20 + jsonLength)));
  const binStart = 20 + jsonLength + 8;
  return { json, bin: bytes.subarray(binStart, binStart + view.getUint32(20 + jsonLength, true)) };
}

// The same asset without compression: what a reader sees after decoding.
function decoded({ json, bin }) {
  const pieces = [];
  let size = 0;
  for (const view of json.bufferViews) {
    const packed = view.extensions?.EXT_meshopt_compression;
    let bytes;
    if (packed) {
      bytes = new Uint8Array(packed.count * packed.byteStride);
      const source = bin.subarray(packed.byteOffset, packed.byteOffset + packed.byteLength);
      MeshoptDecoder.decodeGltfBuffer(bytes, packed.count, packed.byteStride, source, packed.mode, packed.filter);
      if (bytes.length !== view.byteLength) throw new Error('decoded size differs from the view');
      delete view.extensions;
    } else {
      bytes = bin.slice(view.byteOffset ?? 0, (view.byteOffset ?? 0) + view.byteLength);
    }
    size = Math.ceil(size / 8) * 8;
    view.buffer = 0;
    view.byteOffset = size;
    pieces.push([size, bytes]);
    size += bytes.length;
  }
  const all = new Uint8Array(Math.ceil(size / 4) * 4);
  for (const [at, bytes] of pieces) all.set(bytes, at);
  json.buffers = [{ byteLength: all.length, uri: 'data:application/octet-stream;base64,' + Buffer.from(all).toString('base64') }];
  const known = (name) => name !== 'EXT_meshopt_compression';
  json.extensionsUsed = json.extensionsUsed.filter(known);
  json.extensionsRequired = json.extensionsRequired.filter(known);
  return { json, all };
}

function checkMetadata(json, all, report) {
  const table = json.extensions?.EXT_structural_metadata?.propertyTables?.[0];
  const text = new TextDecoder('utf-8', { fatal: true });
  for (const primitive of json.meshes[0].primitives) {
    const ids = primitive.extensions?.EXT_mesh_features?.featureIds?.[0];
    if (!ids) continue;
    const accessor = json.accessors[primitive.attributes._FEATURE_ID_0];
    const view = json.bufferViews[accessor.bufferView];
    const data = new DataView(all.buffer, view.byteOffset, view.byteLength);
    for (let i = 0; i < accessor.count; ++i) {
      const id = accessor.componentType === 5123 ? data.getUint16(i * view.byteStride, true) : data.getFloat32(i * view.byteStride, true);
      if (id >= table.count) report('feature id beyond the property table');
    }
  }
  for (const [name, property] of Object.entries(table?.properties ?? {})) {
    const values = json.bufferViews[property.values];
    if (property.stringOffsets === undefined) continue;
    const offsets = json.bufferViews[property.stringOffsets];
    if (offsets.byteLength !== 4 * (table.count + 1)) report(`${name}: wrong number of offsets`);
    const data = new DataView(all.buffer, offsets.byteOffset, offsets.byteLength);
    for (let i = 0; i < table.count; ++i)
      text.decode(all.subarray(values.byteOffset + data.getUint32(4 * i, true), values.byteOffset + data.getUint32(4 * i + 4, true)));
    if (data.getUint32(4 * table.count, true) !== values.byteLength) report(`${name}: last offset is not the end`);
  }
}

await MeshoptDecoder.ready;
let problems = 0;
let files = 0;
for (const path of glbFiles(process.argv[2])) {
  ++files;
  const report = (text) => {
    ++problems;
    console.log(`${path}: ${text}`);
  };
  try {
    const bytes = new Uint8Array(readFileSync(path));
    const whole = await validator.validateBytes(bytes, { maxIssues: 20 });
    for (const m of whole.issues.messages) if (m.severity === 0) report(`as written: ${m.code} ${m.message} ${m.pointer}`);
    const { json, all } = decoded(chunksOf(bytes));
    checkMetadata(json, all, report);
    const result = await validator.validateString(JSON.stringify(json), { maxIssues: 20 });
    for (const m of result.issues.messages) if (m.severity <= 1) report(`decoded: ${m.code} ${m.message} ${m.pointer}`);
  } catch (error) {
    report(String(error));
  }
}
console.log(`${files} files, ${problems} problems`);
process.exit(problems > 0 || files === 0 ? 1 : 0);

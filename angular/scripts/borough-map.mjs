// Draws the London boroughs into src/app/reporting/spend/borough-shapes.ts. Needed only when the shapes change, so its
// packages are not among ours. Install them in a folder of their own and name it:
//   npm install --prefix FOLDER vega-datasets@3.2.1 topojson-client@3.1.0 d3-geo@3.1.2
//   node scripts/borough-map.mjs FOLDER
// Shapes: data/londonBoroughs.json of vega-datasets. Contains National Statistics and OS data © Crown copyright and
// database right 2015, under the Open Government Licence v3.0: the page shows that line under the map.
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

const WIDTH = 560;
const TARGET = new URL('../src/app/reporting/spend/borough-shapes.ts', import.meta.url);
const MOST_BYTES = 25 * 1024;

const folder = process.argv[2];
if (!folder) throw new Error('Name the folder that holds vega-datasets, topojson-client and d3-geo.');

const { resolve: find } = createRequire(resolve(folder, 'node_modules', 'x.js'));
const { feature } = await import(pathToFileURL(find('topojson-client')).href);
const { geoMercator, geoPath } = await import(pathToFileURL(find('d3-geo')).href);
const topology = JSON.parse(
  readFileSync(resolve(folder, 'node_modules/vega-datasets/data/londonBoroughs.json'), 'utf8'),
);

const boroughs = feature(topology, topology.objects.boroughs);
const projection = geoMercator().fitWidth(WIDTH, boroughs);
const path = geoPath(projection).digits(1);
const height = Math.ceil(path.bounds(boroughs)[1][1]);

const shapes = boroughs.features
  .map((it) => ({ name: it.id, at: path.centroid(it).map(Math.round), path: path(it) }))
  .sort((a, b) => a.name.localeCompare(b.name, 'en'));
const rows = shapes.map(
  ({ name, at, path }) => `  {
    name: '${name}',
    at: [${at.join(', ')}],
    path: '${path}',
  },`,
);
const text = `// Written by scripts/borough-map.mjs.
// Contains National Statistics and OS data © Crown copyright and database right 2015.

/** Width and height of the drawing. */
export const MAP_SIZE = [${WIDTH}, ${height}] as const;

/** The boroughs of London, each with the middle of its shape. */
export const BOROUGH_SHAPES: readonly { name: string; at: readonly [number, number]; path: string }[] = [
${rows.join('\n')}
];
`;
if (Buffer.byteLength(text) > MOST_BYTES) throw new Error(`${Buffer.byteLength(text)} bytes are too many for a page.`);

writeFileSync(TARGET, text);
console.log(`${shapes.length} boroughs, ${Buffer.byteLength(text)} bytes`);

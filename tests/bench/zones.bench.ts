import MiniSearch from 'minisearch';
import { readingsOf } from '../../services/data/character-readings.ts';
import { searchNamed } from '../../services/data/name-search.ts';
import type { JurisdictionRecord } from '../../services/domain/register/jurisdiction.ts';
import type { Register } from '../../services/domain/register/register.ts';
import { type ZoneFilter, zonesOn } from '../../services/domain/register/zones.ts';
import { RISK_GRADES, ZONE_KINDS, ZONE_LEVELS } from '../../services/domain/vocabulary.ts';

// Listing, filtering and searching 2 500 zones in 300 cities, beside the alternative that names, pinyin and initials lie
// in an index of MiniSearch, which has to be made again whenever the register changes. Run it with `npm run bench`.

const PLACES = [...'重庆长沙厦门六安蚌埠铅山枞阳吕梁太原大同运城晋中临汾永济河津泌阳乐山石嘴鄂州荆宜昌'];
const TRADES = [
  '经济技术开发区',
  '高新技术产业开发区',
  '化工园区',
  '工业园区',
  '产业集聚区',
  '循环经济示范区',
];
const DAY = '2026-11-23';
const since = { effectiveFrom: '2020-01-01' };

const cities = Array.from({ length: 300 }, (_, n): JurisdictionRecord => {
  const code = String(100_100 + n * 100);
  return {
    id: `region_${code}`,
    code,
    level: 'PREFECTURE',
    name: { zh: code },
    parent: 'region_1',
    ...since,
  };
});
const zones = Array.from({ length: 2_500 }, (_, n): JurisdictionRecord => {
  const code = `z${10_000 + n}`;
  const place = [0, 1, 9].map((step) => PLACES[(n * 7 + step) % PLACES.length]!).join('');
  return {
    id: `zone_${code}`,
    code,
    level: 'ZONE',
    name: { zh: `${place}${TRADES[n % TRADES.length]}` },
    parent: cities[n % cities.length]!.id,
    ...since,
    zone: {
      kind: ZONE_KINDS[n % ZONE_KINDS.length]!,
      zoneLevel: ZONE_LEVELS[n % ZONE_LEVELS.length]!,
      riskGrade: RISK_GRADES[n % RISK_GRADES.length]!,
      positioning: [],
      areas: [],
      suspended: n % 10 === 0,
      facts: [],
    },
  };
});
const country: JurisdictionRecord = {
  id: 'region_1',
  code: '1',
  level: 'COUNTRY',
  name: { zh: '中国' },
  parent: null,
  ...since,
};
const register: Register = {
  jurisdictions: new Map([country, ...cities, ...zones].map((record) => [record.id, [record]])),
  catalogs: new Map(),
};

const TEXTS = ['chongqing', 'zhongqing', '化工', 'hgyq', 'lvliang', 'gaoxin', 'z10500', 'nowhere'];
const FILTERS: readonly (readonly [string, ZoneFilter])[] = [
  ['all', {}],
  ['kind and grade', { kind: 'CHEMICAL_PARK', riskGrade: 'B' }],
  ['in a city', { region: cities[7]!.id }],
  ['in the country, suspended', { region: country.id, suspended: true }],
];

console.log(`  table of readings turned round in ${milliseconds(() => readingsOf('重'), 1)}`);
console.log(`  names prepared in ${milliseconds(() => zonesOn(register, DAY, {}, searchNamed('hgyq')), 1)}`);
for (const [name, filter] of FILTERS) {
  const found = zonesOn(register, DAY, filter).length;
  console.log(`  ${name}: ${found} zones in ${milliseconds(() => zonesOn(register, DAY, filter), 200)}`);
}

const index = { of: oneIndex() };
console.log(`  index of MiniSearch made in ${milliseconds(() => (index.of = oneIndex()), 3)}`);
for (const text of TEXTS) {
  const ours = () => zonesOn(register, DAY, {}, searchNamed(text));
  const theirs = () => index.of.search(text);
  console.log(
    `  ${text}: names compared ${ours().length} zones in ${milliseconds(ours, 100)}, index ${theirs().length} in ${milliseconds(theirs, 100)}`,
  );
}

function oneIndex(): MiniSearch {
  const made = new MiniSearch({
    fields: ['text'],
    tokenize: (text) => text.toLowerCase().match(/\p{Script=Han}|[a-z\d]+/gu) ?? [],
    searchOptions: { prefix: true, combineWith: 'AND' },
  });
  made.addAll(
    zones.map(({ code, name }) => {
      const readings = [...name.zh].map((character) => readingsOf(character)[0] ?? '');
      const suffixes = readings.map((_, from) => readings.slice(from).join(''));
      const initials = readings.map((_, from) =>
        readings
          .slice(from)
          .map(([first]) => first)
          .join(''),
      );
      return { id: code, text: [code, ...name.zh, ...suffixes, ...initials].join(' ') };
    }),
  );
  return made;
}

/** In processor time: on a busy machine the clock says more of the neighbours. */
function milliseconds(run: () => unknown, times: number): string {
  const from = process.cpuUsage();
  for (let time = 0; time < times; time++) run();
  const { user, system } = process.cpuUsage(from);
  return `${((user + system) / 1000 / times).toFixed(2)} ms`;
}

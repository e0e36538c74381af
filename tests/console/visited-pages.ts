import { SAMPLE_ZONE } from '../../services/local/example-zone.ts';

const facts = (project: object): string => encodeURIComponent(JSON.stringify(project));
const ZONE = `zone=${SAMPLE_ZONE}`;

/** What leads to a verdict with the sample data: a nitration plant beside the law. */
const NITRATION = {
  industries: ['2614'],
  natures: ['NEW_BUILD'],
  facts: {
    purposes: [],
    processes: ['NITRATION'],
    declared: [
      { key: 'sample-national-chemical.obsolete-process', value: { set: ['间歇或半间歇釜式硝化'] } },
    ],
  },
};

/** Pages that need nobody and nothing but the sample data, in each state that looks another way; others are looked at where a flow comes to them. */
export const VISITED_PAGES: readonly {
  readonly name: string;
  readonly hash: string;
  readonly shows: string;
}[] = [
  { name: 'portal-zone', hash: '#/', shows: '项目想落在哪个园区？' },
  { name: 'portal-industry', hash: `#/?${ZONE}`, shows: '项目生产什么、做什么？' },
  {
    name: 'portal-question',
    hash: `#/?${ZONE}&facts=${facts({ industries: ['2614'] })}`,
    shows: '项目属于新建',
  },
  {
    name: 'portal-inventory',
    hash: `#/?${ZONE}&facts=${facts({ industries: ['2614'], natures: ['NEW_BUILD'], facts: { processes: [] } })}`,
    shows: '没有化学品',
  },
  { name: 'portal-verdict', hash: `#/?${ZONE}&facts=${facts(NITRATION)}`, shows: '决定结论的条款' },
  {
    name: 'portal-verdict-open',
    hash: `#/?${ZONE}&facts=${facts({ industries: ['2614'], natures: ['NEW_BUILD'] })}&show=verdict`,
    shows: '尚待说明的情况',
  },
  { name: 'zones', hash: `#/zones?facts=${facts({ industries: ['1411'] })}`, shows: '可以准入' },
  { name: 'catalogs', hash: `#/catalogs?${ZONE}`, shows: '该园区适用的条目' },
  {
    name: 'catalog',
    hash: '#/catalogs/catalog_sample-lvliang?entry=catalog_sample-lvliang+3',
    shows: '条目沿革和全文',
  },
  { name: 'entry', hash: '#/catalogs/catalog_sample-lvliang/entry/1?version=2', shows: '条目沿革' },
  { name: 'compare', hash: '#/catalogs/catalog_sample-lvliang/compare?from=1&to=2', shows: '其他调整' },
  { name: 'verify', hash: '#/verify', shows: '纸面上的 64 位回执' },
  { name: 'decisions-signed-out', hash: '#/decisions', shows: '请先登录' },
  { name: 'notes', hash: '#/catalogs/catalog_sample-lvliang/notes?version=2', shows: '涉及范围' },
];

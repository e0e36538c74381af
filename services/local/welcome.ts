import type { Ask } from './ask.ts';
import { anyZone } from './example-zone.ts';

/** Where the server is, and one request to try it with. */
export async function welcome(url: string, dataFolder: string, ask: Ask): Promise<string> {
  const zone = await anyZone(ask);
  return `园区项目准入服务已启动 park-admission is running

  页面 in the browser    ${url}/
  接口 GraphQL API       ${url}/graphql
  数据 data              ${dataFolder}

试一试 Try it:

  ${curl(url, zone === null ? SEARCH : assess(zone))}

按 Ctrl+C 停止。Press Ctrl+C to stop.
`;
}

const curl = (url: string, query: string): string =>
  `curl -sS ${url}/graphql -H 'content-type: application/json' -d '${JSON.stringify({ query })}'`;

const SEARCH = '{ industries(search: "农药", first: 3) { code name { zh } } }';

/** A data centre in a chemical park: with these facts the samples need nothing else to answer. */
const assess = (zone: string): string =>
  `{ assess(project: {zone: "${zone}", industries: ["6450"], nature: NEW_BUILD, facts: {${FACTS}}}) { userErrors { message } assessment { outcome explanation } } }`;

const FACTS =
  'hazardousChemicalProject: false, chemicals: [], purposes: [], nationalClass: PERMITTED, majorHazardLevel: NONE, annualEnergy: 800, labourIntensive: false';

import type { Ask } from './ask.ts';
import { anyZone } from './example-zone.ts';

/** Where the server is, one request to try it with, and what to say about an old Node. */
export async function welcome(url: string, dataFolder: string, node: string, ask: Ask): Promise<string> {
  const zone = await anyZone(ask);
  return `园区项目准入服务已启动 park-admission is running

  页面 in the browser    ${url}/
  试用接口 GraphiQL      ${url}/ide
  接口 GraphQL API       ${url}/graphql
  数据 data              ${dataFolder}
${advice(node)}
试一试 Try it:

  ${curl(url, zone === null ? SEARCH : assess(zone))}

按 Ctrl+C 停止。Press Ctrl+C to stop.
`;
}

/** Lambda runs Node 24, and older ones come to the end of their life. */
const advice = (node: string): string =>
  Number.parseInt(node, 10) < 24
    ? `\n建议使用 Node 24；Node ${node} 仍可运行。Node 24 is recommended; Node ${node} still runs.\n`
    : '';

const curl = (url: string, query: string): string =>
  `curl -sS ${url}/graphql -H 'content-type: application/json' -d '${JSON.stringify({ query })}'`;

const SEARCH = '{ industries(search: "农药", first: 3) { code name { zh } } }';

/** A data centre in a chemical park: with these facts the samples need nothing else to answer. */
const assess = (zone: string): string =>
  `{ assess(project: {zone: "${zone}", industries: ["6450"], natures: [NEW_BUILD], facts: {${FACTS}}}) { userErrors { message } assessment { outcome explanation } } }`;

const FACTS =
  'hazardousChemicalProject: false, chemicals: [], purposes: [], nationalClass: PERMITTED, majorHazardLevel: NONE, annualEnergy: 800, labourIntensive: false';

import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { ROLES } from '../../services/domain/access/access.ts';
import { type Person, startApi } from '../testkit/api.ts';
import { deploy, PATIENCE_MS, PROD } from './deployment.ts';

const guide = readFileSync('docs/deploy.md', 'utf8');
const runbook = readFileSync('docs/runbook.md', 'utf8');

describe('the deploy guide', { timeout: PATIENCE_MS }, () => {
  test('leads from an empty table to a catalog in force, by its own operations in their order', async () => {
    const api = await startApi();
    const people: Readonly<Record<string, Person>> = {
      admin: api.as('zhao', 'admin:region_156'),
      editor: api.as('qian', 'editor:region_156'),
      publisher: api.as('sun', 'publisher:region_156'),
    };
    const operations = [...guide.matchAll(/```graphql\n# as (\w+)\n([\s\S]+?)```/g)];
    expect(operations.length).toBeGreaterThanOrEqual(7);
    let known: { revision?: number; contentHash?: string } = {};
    for (const [, who, text] of operations) {
      const variables = Object.fromEntries(
        Object.entries(known).filter(([name]) => text!.includes(`$${name}`)),
      );
      const { data, errors } = await people[who!]!.ask(text!, variables);
      expect(errors, text).toBeUndefined();
      const payload = Object.values(data)[0] as { userErrors: unknown[]; draft?: typeof known };
      expect(payload.userErrors, text).toEqual([]);
      known = { ...known, ...payload.draft };
    }
    const asked = await api.ask(
      `{ assess(project: {zone: "zone_140881-chem", industries: ["2614"], natures: [NEW_BUILD],
         facts: {processes: ["PHOSGENATION"]}}) { assessment { outcome } } }`,
    );
    expect(asked.data).toEqual({ assess: { assessment: { outcome: 'REFUSED' } } });
  });

  test('names every role that there is, and every output that it asks to write down', () => {
    const [, people] = guide.split('## The first administrator');
    const named = [...people!.split('\n## ')[0]!.matchAll(/^\| `(\w+)` \|/gm)].map(([, role]) => role);
    expect(named.sort()).toEqual([...ROLES].sort());
    const { stacks, app } = deploy(PROD);
    const assembly = app.synth();
    const outputs = Object.values(stacks).flatMap(({ stackName }) =>
      Object.keys(assembly.getStackByName(stackName).template.Outputs ?? {}),
    );
    for (const name of [
      'GraphqlUrl',
      'OfficerUrl',
      'PortalUrl',
      'TopicArn',
      'UserPoolId',
      'ClientId',
      'SignInUrl',
    ]) {
      expect(guide).toContain(name);
      expect(outputs.filter((output) => output.includes(name))).toHaveLength(1);
    }
  });
});

test('guide, runbook and alarms lead to articles that there are', () => {
  const anchors = [...runbook.matchAll(/^#{2,4} (.+)$/gm)].map(([, heading]) =>
    heading!.toLowerCase().replaceAll(' ', '-'),
  );
  const links = [...runbook.matchAll(/\]\(#([\w-]+)\)/g)].map(([, anchor]) => anchor);
  expect(links.length).toBeGreaterThan(5);
  expect(links.filter((link) => !anchors.includes(link!))).toEqual([]);
});

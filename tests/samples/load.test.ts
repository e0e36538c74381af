import { beforeAll, describe, expect, it } from 'vitest';
import { compareEntries } from '../../services/domain/catalog/entry-name.ts';
import type { Ask } from '../../services/local/ask.ts';
import type { DevelopmentIssuer } from '../../services/local/development-issuer.ts';
import { SAMPLE_ZONE } from '../../services/local/example-zone.ts';
import { examplesFor } from '../../services/local/ide/examples.ts';
import { loadSamples } from '../../services/local/samples/load.ts';
import { readSampleProjects } from '../../services/local/samples/read.ts';
import { startApi, type TestApi } from '../testkit/api.ts';
import { times } from '../testkit/times.ts';
import { samples, sampleVersions } from './sample-world.ts';

const askOf =
  (api: TestApi): Ask =>
  ({ query, variables, token }) =>
    api.ask(query, variables as object, token);
const tokensOf =
  (api: TestApi): DevelopmentIssuer['token'] =>
  (subject, roles) =>
    api.issuer.token(subject, roles);
/** The machines that run this may be busy with much else. */
const PATIENCE = 240_000;

const load = (api: TestApi, ask = askOf(api)) => loadSamples(ask, tokensOf(api));

/** The head of every chain: unchanged exactly where nothing was written. */
async function heads({ deps: { store } }: TestApi) {
  const register = await store.readRegister({ consistent: true });
  const keys = [...register.register.catalogs.keys()].sort();
  const catalogs = await Promise.all(keys.map((key) => store.readCatalog(key, { consistent: true })));
  return { register: register.head, catalogs: catalogs.map((catalog) => catalog?.head) };
}

/** What there is in the end, whatever the way: who edited, what is published, under which hash. */
async function contents({ deps: { store } }: TestApi) {
  const { register } = await store.readRegister({ consistent: true });
  const catalogs: Record<string, unknown> = {};
  for (const key of [...register.catalogs.keys()].sort()) {
    const { state } = (await store.readCatalog(key, { consistent: true }))!;
    const versions = state.versions.map(
      ({ number, contentHash, effectiveFrom, effectiveTo, publishedBy }) => ({
        number,
        contentHash,
        effectiveFrom,
        effectiveTo,
        publishedBy,
      }),
    );
    catalogs[key] = { draft: state.draft ?? null, versions };
  }
  return { jurisdictions: [...register.jurisdictions], catalogs };
}

/** Loaded once, without a break; the tests only read it. */
let loaded: TestApi;
beforeAll(async () => {
  loaded = await startApi();
  await load(loaded);
}, PATIENCE);

describe('loading the samples', () => {
  it('publishes every version through the API, read back as it is written', async () => {
    const api = loaded;
    for (const { file, record, content } of sampleVersions) {
      const { data, errors } = await api.ask(VERSION, {
        id: `catalog_${file.catalog.key}@${record.number}`,
      });
      expect(errors).toBeUndefined();
      const { catalog, entries, ...version } = data.catalogVersion;
      expect(catalog).toMatchObject({
        key: file.catalog.key,
        title: file.catalog.title,
        issuer: file.catalog.issuer,
        documentNumber: file.catalog.documentNumber,
        jurisdiction: { id: file.catalog.jurisdiction },
      });
      expect(version).toEqual({
        number: record.number,
        effectiveFrom: record.effectiveFrom,
        effectiveTo: record.effectiveTo,
        entryCount: content.entries.length,
      });
      const read = entries.edges.map(({ node }: { node: object }) => node);
      expect(read).toEqual(
        [...content.entries].sort(compareEntries).map((entry) => ({
          code: entry.code,
          measure: entry.measure,
          force: entry.force,
          text: entry.text,
          industries: entry.industries,
          natures: entry.natures,
          activities: entry.activities,
          territory: entry.territory,
          when: entry.when ?? null,
          exceptions: entry.exceptions.map(({ key, text, when, discretionary, decidedBy }) => ({
            key,
            text,
            when: when ?? null,
            discretionary,
            decidedBy: decidedBy ?? null,
          })),
          requirements: entry.requirements.map(({ key, text, when, evidence }) => ({
            key,
            text,
            when: when ?? null,
            evidence: evidence ?? null,
          })),
          validFrom: entry.validFrom ?? null,
          validTo: entry.validTo ?? null,
          exemptIfApprovedBefore: entry.exemptIfApprovedBefore ?? null,
          deadline: entry.deadline ?? null,
          replacement: entry.replacement ?? null,
          responsibility: entry.responsibility ?? null,
          basis: entry.basis.map(({ document, number, article, url }) => ({
            document,
            number: number ?? null,
            article: article ?? null,
            url: url ?? null,
          })),
          remark: entry.remark ?? null,
        })),
      );
    }
  });

  it('is done by two people: who edits never publishes', async () => {
    const { catalogs } = await contents(loaded);
    const publishers = Object.values(catalogs).flatMap((catalog) =>
      (catalog as { versions: { publishedBy: string }[] }).versions.map(({ publishedBy }) => publishedBy),
    );
    expect(new Set(publishers)).toEqual(new Set(['sample-publisher']));
  });

  it('changes nothing the second time', async () => {
    const before = await heads(loaded);
    await load(loaded);
    expect(await heads(loaded)).toEqual(before);
  });

  it.each([1, 2, 3].slice(0, times(1, 3)))(
    'goes on after a kill at any point, to the same end (run %i)',
    async (seed) => {
      const killed = await startApi();
      let kills = 0;
      const points = pointsFrom(seed);
      for (let done = false; !done; ) {
        try {
          await load(killed, dyingAt(points(), askOf(killed)));
          done = true;
        } catch (thrown) {
          if (!(thrown instanceof Killed)) throw thrown;
          kills++;
        }
      }
      expect(kills).toBeGreaterThan(5);
      expect(await contents(killed)).toEqual(await contents(loaded));
      const { store } = killed.deps;
      expect(await store.verifyRegister()).toMatchObject({ whole: true });
      for (const { catalog } of samples.versions)
        expect(await store.verifyCatalog(catalog.key)).toMatchObject({ whole: true });
    },
    PATIENCE,
  );

  it('stops with the answer of the API when something is refused', async () => {
    const api = await startApi();
    await expect(loadSamples(askOf(api), (subject) => api.issuer.token(subject, []))).rejects.toThrow(
      /registerRegion 156: NOT_ALLOWED .*您在.* You may not/s,
    );
  });

  it('leaves a draft that somebody else has opened meanwhile alone, and says so', async () => {
    const api = await startApi();
    const afterCreation = dyingAfter('createCatalog', askOf(api));
    await expect(load(api, afterCreation)).rejects.toThrow(Killed);
    const [catalog] = (await api.deps.store.readRegister({ consistent: true })).register.catalogs.keys();
    const opened = await api.as('wang', 'editor:region_156').ask(OPEN, {
      input: { catalog: `catalog_${catalog}`, reason: '自行编制' },
    });
    expect(opened.data.openDraft.userErrors).toEqual([]);
    await expect(load(api)).rejects.toThrow(/wang 已在编制该目录的草案.*is editing a draft/);
  });
});

describe('on the samples as loaded', () => {
  it('every sample project comes out through the API as through the domain', async () => {
    const api = loaded;
    const projects = readSampleProjects().filter(({ as, on }) => as.length === 0 && !on);
    const { data, errors } = await api.ask(ASSESS_MANY, { projects: projects.map(({ project }) => project) });
    expect(errors).toBeUndefined();
    const outcomes = data.assessMany.map(
      ({
        assessment,
        userErrors,
      }: {
        assessment: { outcome: string } | null;
        userErrors: { code: string }[];
      }) => assessment?.outcome ?? userErrors.map(({ code }) => code).join(),
    );
    expect(outcomes).toEqual(
      projects.map(({ expect: expected }) => ('error' in expected ? expected.error : expected.outcome)),
    );
  });

  it('every example operation runs, and each decides or finds something', async () => {
    const api = loaded;
    const officer = await api.issuer.token('lixia', ['officer:region_156']);
    for (const { name, group, query, variables, headers } of examplesFor(SAMPLE_ZONE)) {
      const { data, errors } = await api.ask(query, variables, headers && officer);
      expect({ name, errors }).toEqual({ name, errors: undefined });
      const found = Object.values(data).flat() as Record<string, unknown>[];
      expect(found.length).toBeGreaterThan(0);
      for (const each of found) {
        expect(each).not.toBeNull();
        const faulty = group.zh.endsWith('填报有误') || (each.assessment === null && each.ref === '3');
        expect({ name, faulty: ((each.userErrors ?? []) as unknown[]).length > 0 }).toEqual({ name, faulty });
      }
    }
  });
});

class Killed extends Error {}

/**
 * Dies at the given mutation, before it is sent or, where it is to be lost, after it took effect. Mutations alone
 * count: between two queries nothing can have been left half done.
 */
function dyingAt({ mutation, lost }: KillPoint, ask: Ask): Ask {
  let mutations = 0;
  return async (request) => {
    const isLast = request.query.startsWith('mutation') && ++mutations === mutation;
    if (isLast && !lost) throw new Killed();
    const answer = await ask(request);
    if (isLast) throw new Killed();
    return answer;
  };
}

function dyingAfter(mutation: string, ask: Ask): Ask {
  return async (request) => {
    const answer = await ask(request);
    if (request.query.includes(`payload: ${mutation}(`)) throw new Killed();
    return answer;
  };
}

interface KillPoint {
  readonly mutation: number;
  readonly lost: boolean;
}
/** Kill points that differ from one to the next and are the same for the same seed. */
function pointsFrom(seed: number): () => KillPoint {
  let state = seed;
  return () => {
    state = (state * 1103515245 + 12345) % 2147483648;
    return { mutation: 1 + (Math.floor(state / 65536) % 31), lost: Math.floor(state / 1024) % 2 === 0 };
  };
}

const VERSION = `query ($id: ID!) { catalogVersion(id: $id) {
  number effectiveFrom effectiveTo entryCount
  catalog { key title { zh en } issuer documentNumber jurisdiction { id } }
  entries(first: 100) { edges { node {
    code measure force text { zh en } industries { include except } natures activities territory { include except } when
    exceptions { key text { zh en } when discretionary decidedBy }
    requirements { key text { zh en } when evidence { zh en } }
    validFrom validTo exemptIfApprovedBefore deadline replacement { zh en }
    responsibility { lead cooperating } basis { document number article url } remark { zh en }
  } } }
} }`;
const OPEN =
  'mutation ($input: OpenDraftInput!) { openDraft(input: $input) { draft { revision } userErrors { code } } }';
const ASSESS_MANY = `query ($projects: [ProjectInput!]!) {
  assessMany(projects: $projects) { userErrors { code } assessment { outcome } }
}`;

import type { FactDefinition } from '../domain/facts/fact.ts';
import { noted } from '../domain/messages/sentences.ts';
import type { Locale, Text } from '../domain/values/text.ts';
import type { Day } from '../domain/vocabulary.ts';
import type { StatedProject } from '../files/fields.ts';
import { type Laws, lastDay, lawMark } from '../files/result-columns.ts';
import { answersIn, type ChunkData, type RowAnswer } from '../files/row-answer.ts';
import type { AskedInZone } from '../files/template.ts';
import { Refused, type Request } from './request.ts';

/** What the check of a list asks of the API. */
export interface BatchApi {
  /** What the catalogs in force in these zones define. */
  readonly definitions: (zones: readonly string[], on: Day) => Promise<readonly FactDefinition[]>;
  /** Marks of what is published for these zones, by which results of an earlier check are known to count still. */
  readonly laws: (zones: readonly string[], on: Day) => Promise<Laws>;
  readonly askedIn: (zone: string) => Promise<AskedInZone>;
  readonly create: (batch: NewBatch) => Promise<Batch>;
  readonly find: (id: string) => Promise<Batch>;
  /** Decides rows and keeps them; the same rows again are the same. */
  readonly add: (batch: string, index: number, rows: readonly StatedProject[]) => Promise<Chunk>;
  readonly close: (batch: string, chunks: number, rows: number) => Promise<void>;
}
export interface NewBatch {
  readonly label: string;
  /** Of a zone, or of the region whose zones the rows name. */
  readonly jurisdiction: string;
  readonly on: Day;
  readonly idempotencyKey: string;
}
export interface Batch {
  readonly id: string;
  readonly on: Day;
  readonly jurisdiction: { readonly id: string };
}
export interface Chunk {
  readonly rows: readonly RowAnswer[];
  /** Assessments that were made for them. */
  readonly situations: number;
}
/** The API of batches, with everything in one language. */
export function batchApi(request: Request, locale: Locale): BatchApi {
  const language = locale.toUpperCase();
  const answersOf = answersIn(locale);
  const made = async <Name extends string, Data>(query: string, input: object, name: Name): Promise<Data> => {
    const data = await request<
      Record<Name, { readonly userErrors: readonly (Text & { readonly code: string })[] }>
    >(query, { input });
    const [error] = data[name].userErrors;
    if (error) throw new Refused(error.zh, error.en ?? error.zh, error.code);
    return data[name] as unknown as Data;
  };
  return {
    async definitions(zones, on) {
      const all = new Map<string, FactDefinition>();
      for (const zone of zones) {
        const { factDefinitions } = await request<{ readonly factDefinitions: readonly FactDefinition[] }>(
          DEFINITIONS,
          { zone, on },
        );
        for (const fact of factDefinitions) all.set(fact.key, fact);
      }
      return [...all.values()];
    },
    async laws(zones, on) {
      const marks: Record<string, string> = {};
      for (const zone of zones) {
        const { zone: law } = await request<{ readonly zone: object | null }>(LAW, {
          zone,
          on,
          last: lastDay(on),
        });
        if (law) marks[zone] = lawMark(law);
      }
      return marks;
    },
    async askedIn(zone) {
      const { assess, factDefinitions, testedProducts } = await request<AskedData>(ASKED, { zone });
      const [error] = assess.userErrors;
      if (error) throw new Refused(error.zh, error.en);
      return {
        zone,
        definitions: factDefinitions,
        asked: assess.assessment!.missingFacts.map(({ fact, neededBy }) => ({
          key: fact.key,
          entries: neededBy.length,
        })),
        products: testedProducts.map(({ name, unit }) => noted(name, unit, 'zh')),
      };
    },
    create: async (input) =>
      (await made<'createBatch', { readonly batch: Batch }>(CREATE, input, 'createBatch')).batch,
    async find(id) {
      const { batch } = await request<{ readonly batch: Batch | null }>(FIND, { id });
      if (batch) return batch;
      throw new Refused(`没有批次 ${id}，或无权处理。`, `There is no batch ${id} that you may handle.`);
    },
    async add(batch, index, rows) {
      const { chunk } = await made<'addToBatch', { readonly chunk: ChunkData & Pick<Chunk, 'situations'> }>(
        addQuery(language),
        { batch, index, rows },
        'addToBatch',
      );
      return { situations: chunk.situations, rows: answersOf(chunk, batch, index) };
    },
    close: async (batch, chunks, rows) => void (await made(CLOSE, { batch, chunks, rows }, 'closeBatch')),
  };
}

interface AskedData {
  readonly assess: {
    readonly userErrors: readonly { readonly zh: string; readonly en: string }[];
    readonly assessment: {
      readonly missingFacts: readonly {
        readonly fact: { readonly key: string };
        readonly neededBy: readonly unknown[];
      }[];
    } | null;
  };
  readonly factDefinitions: readonly FactDefinition[];
  readonly testedProducts: readonly { readonly name: Text; readonly unit: string }[];
}
const ERRORS = 'userErrors { code zh: message en: message(locale: EN) }';
const DEFINITION =
  'key type about unit integer many options name { zh en } question { zh en } ratio { numerator denominator }';
const BATCH = 'id on jurisdiction { id }';

const DEFINITIONS = `query ($zone: ID!, $on: Date) { factDefinitions(zone: $zone, on: $on) { ${DEFINITION} } }`;
/** What is in force on the day, and two years later: what is published meanwhile is seen there, whichever day a row is for. */
const LAW = `query ($zone: ID!, $on: Date, $last: Date!) { zone(id: $zone, on: $on) {
  ${['records', 'parent { records', 'parent { records'].join('(first: 1) { totalCount } ')}(first: 1) { totalCount } } }
  versionsInForce(on: $on) { id }
  last: versionsInForce(on: $last) { id }
} }`;
const ASKED = `query ($zone: ID!) {
  assess(project: { zone: $zone }) { ${ERRORS} assessment { missingFacts { fact { key } neededBy { code } } } }
  factDefinitions(zone: $zone) { ${DEFINITION} }
  testedProducts(zone: $zone) { name { zh en } unit }
}`;
const CREATE = `mutation ($input: CreateBatchInput!) { createBatch(input: $input) { batch { ${BATCH} } ${ERRORS} } }`;
const FIND = `query ($id: ID!) { batch(id: $id) { ${BATCH} } }`;
const CLOSE = `mutation ($input: CloseBatchInput!) { closeBatch(input: $input) { ${ERRORS} } }`;
const addQuery = (
  language: string,
) => `mutation ($input: AddToBatchInput!) { addToBatch(input: $input) { ${ERRORS} chunk {
  situations
  assessments {
    outcome possibleOutcomes
    reasons { decisive message(locale: ${language}) }
    notices { message(locale: ${language}) }
    findings(applies: TRUE) {
      decisive
      entry { code printedAs basis { document number article } }
      version { title { zh en } }
      requirements { met requirement { text { zh en } evidence { zh en } } }
    }
    missingFacts { fact { key } question(locale: ${language}) }
    minimalQuestions { fact { key } }
  }
  results {
    row outcome situation
    userErrors { path message(locale: ${language}) }
    assessment { findings(applies: TRUE, decisive: true) { explanation(locale: ${language}) } }
  }
} } }`;

import type { FactDefinition } from '../domain/facts/fact.ts';
import { OUTCOME_LABELS } from '../domain/messages/labels.ts';
import { noted, sayFrom } from '../domain/messages/sentences.ts';
import type { Locale, Text } from '../domain/values/text.ts';
import { inLocale } from '../domain/values/text.ts';
import type { Day, Outcome } from '../domain/vocabulary.ts';
import type { StatedProject } from '../files/fields.ts';
import type { RowResult } from '../files/result-columns.ts';
import type { AskedInZone } from '../files/template.ts';
import { Refused, type Request } from './request.ts';

/** What the check of a list asks of the API. */
export interface BatchApi {
  /** What the catalogs in force in these zones define. */
  readonly definitions: (zones: readonly string[], on: Day) => Promise<readonly FactDefinition[]>;
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
export interface RowAnswer {
  readonly result: RowResult;
  readonly errors: readonly { readonly path: readonly string[] | null; readonly message: string }[];
}

/** The API of batches, with everything in one language. */
export function batchApi(request: Request, locale: Locale): BatchApi {
  const language = locale.toUpperCase();
  /** Each text once, however many rows have it. */
  const texts = new Map<string, string>();
  const once = (text: string): string => {
    const known = texts.get(text);
    if (known !== undefined) return known;
    texts.set(text, text);
    return text;
  };
  const made = async <Name extends string, Data>(query: string, input: object, name: Name): Promise<Data> => {
    const data = await request<
      Record<Name, { readonly userErrors: readonly (Text & { readonly code: string })[] }>
    >(query, { input });
    const [error] = data[name].userErrors;
    if (error) throw new Refused(error.zh, error.en ?? error.zh, error.code);
    return data[name] as unknown as Data;
  };
  const keys = new Map<string, readonly string[]>();
  const onceKeys = (missing: readonly string[]): readonly string[] => {
    const all = missing.join();
    const known = keys.get(all) ?? missing;
    keys.set(all, known);
    return known;
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
        products: testedProducts.map(({ term, unit }) => noted(term, unit, 'zh')),
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
      const { chunk } = await made<'addToBatch', { readonly chunk: ChunkData }>(
        addQuery(language),
        { batch, index, rows },
        'addToBatch',
      );
      const said = chunk.assessments.map((assessment) => saidOf(assessment, locale, { once, onceKeys }));
      return {
        situations: chunk.situations,
        rows: chunk.results.map((row) => {
          const of = row.situation === null ? NOTHING_SAID : said[row.situation]!;
          return answerOf(row, of, `${batch}-${index}-${row.row}`, once);
        }),
      };
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
  readonly testedProducts: readonly { readonly term: string; readonly unit: string }[];
}
interface ChunkData {
  readonly situations: number;
  readonly assessments: readonly AssessmentData[];
  readonly results: readonly RowData[];
}
interface RowData {
  readonly row: number;
  readonly outcome: Outcome | null;
  readonly situation: number | null;
  readonly userErrors: RowAnswer['errors'];
  readonly assessment: { readonly findings: readonly { readonly explanation: string }[] } | null;
}
/** What is the same for all rows of a situation. */
interface AssessmentData {
  readonly outcome: Outcome;
  readonly possibleOutcomes: readonly Outcome[];
  readonly reasons: readonly { readonly decisive: boolean; readonly message: string }[];
  readonly notices: readonly { readonly message: string }[];
  readonly findings: readonly FindingData[];
  readonly missingFacts: readonly { readonly fact: { readonly key: string }; readonly question: string }[];
  readonly minimalQuestions: readonly { readonly fact: { readonly key: string } }[];
}
interface FindingData {
  readonly decisive: boolean;
  readonly entry: {
    readonly code: string;
    readonly printedAs: string | null;
    readonly basis: readonly {
      readonly document: string;
      readonly number: string | null;
      readonly article: string | null;
    }[];
  };
  readonly version: { readonly title: Text };
  readonly requirements: readonly {
    readonly met: string;
    readonly requirement: { readonly text: Text; readonly evidence: Text | null };
  }[];
}

/** What is the same for many rows is held once. */
interface Shared {
  readonly once: (text: string) => string;
  readonly onceKeys: (keys: readonly string[]) => readonly string[];
}

/** What the API says of a situation, in the words of the workbook; before and after what it says of the row itself. */
interface Said extends Pick<RowResult, 'entries' | 'basis' | 'conditions' | 'questions' | 'missing'> {
  readonly before: readonly string[];
  readonly after: readonly string[];
}
const NOTHING_SAID: Said = {
  entries: '',
  basis: '',
  conditions: '',
  questions: '',
  missing: [],
  before: [],
  after: [],
};

function answerOf(
  { outcome, userErrors, assessment }: RowData,
  { before, after, ...said }: Said,
  reference: string,
  once: Shared['once'],
): RowAnswer {
  const findings = (assessment?.findings ?? []).map(({ explanation }) => explanation);
  const errors = userErrors.map(({ message }) => message);
  const explanation = once([...before, ...findings, ...after, ...errors].join('\n'));
  return { errors: userErrors, result: { ...said, outcome, explanation, reference } };
}

function saidOf(
  { outcome, possibleOutcomes, reasons, notices, findings, missingFacts, minimalQuestions }: AssessmentData,
  locale: Locale,
  { once, onceKeys }: Shared,
): Said {
  const decisive = findings.filter((finding) => finding.decisive);
  const entries = decisive.map(
    ({ entry, version }) => `${inLocale(version.title, locale)} ${entry.printedAs ?? entry.code}`,
  );
  const basis = decisive.flatMap(({ entry }) =>
    entry.basis.map(({ document, number, article }) => {
      const named = number === null ? document : noted(document, number, locale);
      return article === null ? named : `${named} ${article}`;
    }),
  );
  const conditions =
    outcome === 'REFUSED'
      ? []
      : findings.flatMap(({ requirements }) =>
          requirements
            .filter(({ met }) => met !== 'TRUE')
            .map(({ requirement }) => {
              const said = inLocale(requirement.text, locale);
              return requirement.evidence ? noted(said, requirement.evidence, locale) : said;
            }),
        );
  const first = minimalQuestions.map(({ fact }) => fact.key);
  // What could settle the row with the fewest answers is asked for before the rest.
  const missing = [
    ...missingFacts.filter(({ fact }) => first.includes(fact.key)),
    ...missingFacts.filter(({ fact }) => !first.includes(fact.key)),
  ];
  const outcomes = possibleOutcomes.map((possible) => inLocale(OUTCOME_LABELS[possible], locale));
  return {
    entries: once([...new Set(entries)].join('\n')),
    basis: once([...new Set(basis)].join('\n')),
    conditions: once([...new Set(conditions)].join('\n')),
    questions: once(missing.map(({ question }) => question).join('\n')),
    missing: onceKeys(missing.map(({ fact }) => once(fact.key))),
    // Why, in short: what is open stands in a column of its own, and the whole explanation in the batch.
    before: [
      ...(outcomes.length > 1 ? [SENTENCES(locale)('POSSIBLE', { outcomes })] : []),
      ...reasons.flatMap(({ decisive, message }) => (decisive ? [message] : [])),
    ],
    after: notices.map(({ message }) => message),
  };
}

const SENTENCES = sayFrom({
  POSSIBLE: { zh: '视补充情况可能为：{outcomes}。', en: 'By what is handed in it can be: {outcomes}.' },
});

const ERRORS = 'userErrors { code zh: message en: message(locale: EN) }';
const DEFINITION =
  'key type about unit integer many options name { zh en } question { zh en } ratio { numerator denominator }';
const BATCH = 'id on jurisdiction { id }';

const DEFINITIONS = `query ($zone: ID!, $on: Date) { factDefinitions(zone: $zone, on: $on) { ${DEFINITION} } }`;
const ASKED = `query ($zone: ID!) {
  assess(project: { zone: $zone }) { ${ERRORS} assessment { missingFacts { fact { key } neededBy { code } } } }
  factDefinitions(zone: $zone) { ${DEFINITION} }
  testedProducts(zone: $zone) { term unit }
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

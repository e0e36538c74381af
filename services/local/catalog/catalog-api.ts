import type { Entry } from '../../domain/catalog/entry.ts';
import { entry as entryShape } from '../../domain/catalog/entry-shape.ts';
import { withoutNulls } from '../../domain/values/canonical.ts';
import type { Locale } from '../../domain/values/text.ts';
import type { Day } from '../../domain/vocabulary.ts';
import type { RemovedItem } from '../../files/read-catalog.ts';
import type { Definitions } from '../../files/read-definitions.ts';
import { asPut } from '../../files/read-definitions.ts';
import { CannotStart } from '../cannot-start.ts';
import type { Request } from '../check/api.ts';

/** What a draft or version says, as the commands need it. */
export interface CatalogRead extends Definitions {
  /** `catalog_…@draft` or `catalog_…@3`. */
  readonly id: string;
  /** Of the draft; 0 for a version. */
  readonly revision: number;
  readonly contentHash: string;
  readonly entries: readonly Entry[];
}
/** What comes into a draft and out of it together. */
export interface CatalogItems extends Definitions {
  readonly entries: readonly Entry[];
  readonly remove: readonly RemovedItem[];
}

/** What a staged edit changes, and what the publication rules say to it. */
export interface StagedReport {
  readonly contentHash: string;
  readonly text: string;
  readonly publishable: boolean;
  readonly violations: readonly {
    readonly rule: string;
    readonly severity: 'ERROR' | 'WARNING';
    readonly entry: string | null;
    readonly message: string;
  }[];
  readonly undecided: number;
}

/** The requests of `npm run catalog`. */
export interface CatalogApi {
  /** The open draft; null where there is none, or it may not be seen. */
  readonly draft: (catalog: string) => Promise<CatalogRead | null>;
  /** A version by its number, or the one in force; null where there is none. */
  readonly version: (catalog: string, number: number | null) => Promise<CatalogRead | null>;
  readonly openDraft: (catalog: string, reason: string) => Promise<void>;
  /** The id of all that is staged so far. @throws CannotStart with every fault that the API tells */
  readonly stage: (
    catalog: string,
    revision: number,
    items: CatalogItems,
    after: string | null,
  ) => Promise<string>;
  readonly report: (catalog: string, staged: string, on: Day | null) => Promise<StagedReport>;
  /** @param contentHash of the draft after it */
  readonly apply: (catalog: string, staged: string, contentHash: string, reason: string) => Promise<void>;
}

export function catalogApi(request: Request, locale: Locale): CatalogApi {
  /** @param of the field of a catalog that holds the content, with its arguments */
  async function contentOf(catalog: string, of: string, revised: boolean): Promise<CatalogRead | null> {
    const query = `query ($catalog: ID!, $after: String) { catalog(id: $catalog) { of: ${of} {
      ${revised ? 'revision' : 'id'} contentHash ${DEFINITIONS}
      entries(first: 100, after: $after) { edges { node { ${ENTRY} } } pageInfo { hasNextPage endCursor } } } } }`;
    for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
      const pages: ContentPage[] = [];
      let after: string | null = null;
      do {
        const page: ContentPage | null = await pageAt(query, catalog, after);
        if (!page) return null;
        pages.push(page);
        after = page.entries.pageInfo.hasNextPage ? page.entries.pageInfo.endCursor : null;
      } while (after !== null);
      const { id = `${catalog}@draft`, revision = 0, contentHash, ...given } = pages[0]!;
      // Somebody has changed it between two pages.
      if (pages.some((page) => page.contentHash !== contentHash)) continue;
      const entries = pages.flatMap((page) =>
        page.entries.edges.map(({ node }) => entryShape.parse(withoutNulls(node))),
      );
      return { id, revision, contentHash, entries, ...asPut(given) };
    }
    throw new CannotStart(
      '目录正被他人修改，请稍后重试。',
      'Others are changing the catalog. Try again shortly.',
    );
  }

  async function pageAt(query: string, catalog: string, after: string | null): Promise<ContentPage | null> {
    const found = await request<{ catalog: { of: ContentPage | null } | null }>(query, { catalog, after });
    return found.catalog?.of ?? null;
  }

  async function mutate<Payload>(name: string, input: object, fields: string): Promise<Payload> {
    const query = `mutation ($input: ${name[0]!.toUpperCase()}${name.slice(1)}Input!) {
      payload: ${name}(input: $input) { ${fields} userErrors { code message(locale: ${locale.toUpperCase()}) path } } }`;
    const { payload } = await request<{ payload: Payload & { userErrors: readonly UserError[] } }>(query, {
      input,
    });
    if (payload.userErrors.length > 0) throw new ApiRefusal(payload.userErrors);
    return payload;
  }

  return {
    draft: (catalog) => contentOf(catalog, 'draft', true),
    version: (catalog, number) =>
      contentOf(catalog, number === null ? 'versionInForce' : `version(number: ${number})`, false),
    openDraft: async (catalog, reason) => {
      await mutate('openDraft', { catalog, reason }, 'draft { revision }');
    },
    stage: async (catalog, expectedRevision, items, after) =>
      (
        await mutate<{ staged: { id: string } }>(
          'stageEntries',
          { catalog, expectedRevision, after, mode: 'REPLACE', ...items },
          'staged { id }',
        )
      ).staged.id,
    async report(catalog, staged, on) {
      const said = locale.toUpperCase();
      const query = `query ($catalog: ID!, $staged: ID!, $on: Date) { stagedEdit(catalog: $catalog, staged: $staged) {
        contentHash comparison { text(locale: ${said}) } check(effectiveFrom: $on) { publishable
          violations { rule severity entry message(locale: ${said}) } undecided { entry } } } }`;
      const { stagedEdit } = await request<{ stagedEdit: StagedAnswer }>(query, { catalog, staged, on });
      const { contentHash, comparison, check } = stagedEdit;
      return { ...check, contentHash, text: comparison.text, undecided: check.undecided.length };
    },
    async apply(catalog, staged, contentHash, reason) {
      try {
        await mutate('applyStagedEdit', { catalog, staged, reason }, 'draft { revision }');
      } catch (error) {
        // An answer that was lost on the way is asked for again, and then the edit is already there.
        const query = 'query ($catalog: ID!) { catalog(id: $catalog) { draft { contentHash } } }';
        const { catalog: now } = await request<{
          catalog: { draft: { contentHash: string } | null } | null;
        }>(query, { catalog });
        if (!(error instanceof ApiRefusal) || now?.draft?.contentHash !== contentHash) throw error;
      }
    },
  };
}

interface ContentPage extends Pick<CatalogRead, 'contentHash' | keyof Definitions> {
  readonly id?: string;
  readonly revision?: number;
  readonly entries: {
    readonly edges: readonly { readonly node: object }[];
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string };
  };
}
interface StagedAnswer {
  readonly contentHash: string;
  readonly comparison: { readonly text: string };
  readonly check: Omit<StagedReport, 'contentHash' | 'text' | 'undecided'> & {
    readonly undecided: readonly object[];
  };
}
interface UserError {
  readonly code: string;
  readonly message: string;
  readonly path: readonly string[] | null;
}

/** What the API refuses, in its own words. */
class ApiRefusal extends CannotStart {
  constructor(errors: readonly UserError[]) {
    super('', errors.map(({ code, message }) => `${code}: ${message}`).join('\n'));
  }
}

const ATTEMPTS = 5;
const TEXT = '{ zh en }';
const ENTRY = `code printedAs sortedAs measure force text ${TEXT} industries { include except } natures activities
  territory { include except } when conditionsPending
  exceptions { key text ${TEXT} when discretionary decidedBy } requirements { key text ${TEXT} when evidence ${TEXT} }
  validFrom validTo exemptIfApprovedBefore deadline replacement ${TEXT} responsibility { lead cooperating }
  basis { document number article url } remark ${TEXT}`;
const DEFINITIONS = `facts { key type about unit integer many ratio { numerator denominator } options name ${TEXT} question ${TEXT} }
  lists { key name ${TEXT} members fractions { cas fraction { lessThan atMost atLeast moreThan } } }
  products { key name ${TEXT} aliases narrower units }`;

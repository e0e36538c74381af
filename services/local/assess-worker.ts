import { parentPort } from 'node:worker_threads';
import { reference } from '../data/reference.ts';
import type { Actor } from '../domain/access/access.ts';
import type { Assessment, Finding, MissingFact } from '../domain/assessment/assessment.ts';
import type {
  AssessmentBasis,
  CatalogOnDay,
  LapsedDefinitions,
  VersionOnDay,
} from '../domain/assessment/assessment-basis.ts';
import type { ProjectInput } from '../domain/assessment/project.ts';
import type { CatalogContent } from '../domain/catalog/catalog.ts';
import { assess } from '../domain/engine/assess.ts';
import { Work } from '../domain/solver/budget.ts';

// The thread behind assess-beside.ts.

/** What rests on the contents under their numbers; those not handed over before come with it. */
export interface Asked extends Pick<AssessmentBasis, 'on' | 'lineage'> {
  readonly catalogs: readonly (Omit<CatalogOnDay, 'inForce'> & {
    readonly inForce?: Numbered<VersionOnDay>;
  })[];
  readonly lapsed: readonly Numbered<LapsedDefinitions>[];
  /** Whether numbers begin anew, and what was handed over under them is needed no more. */
  readonly anew: boolean;
  readonly contents: ReadonlyMap<number, CatalogContent>;
  readonly project: ProjectInput;
  readonly actor: Actor | null;
  readonly searchBound: number;
}
type Numbered<Version> = Omit<Version, 'content'> & { readonly content: number };

/** Without entries and definitions, which are where it was asked: the places of entries and the keys of facts stand for them. */
export interface Answered {
  readonly assessment: Omit<Assessment, 'findings' | 'missingFacts'> & {
    readonly findings: readonly (Omit<Finding, 'entry'> & { readonly entry: null })[];
    readonly missingFacts: readonly (Omit<MissingFact, 'fact'> & { readonly fact: string })[];
  };
  readonly work: number;
}

const contents = new Map<number, CatalogContent>();

parentPort?.on('message', ({ anew, contents: fresh, project, actor, searchBound, ...asked }: Asked) => {
  if (anew) contents.clear();
  for (const [number, content] of fresh) contents.set(number, content);
  const withContent = <Version extends { readonly content: number }>(version: Version) => ({
    ...version,
    content: contents.get(version.content)!,
  });
  const basis: AssessmentBasis = {
    ...asked,
    catalogs: asked.catalogs.map(({ inForce, ...catalog }) => ({
      ...catalog,
      ...(inForce ? { inForce: withContent(inForce) } : {}),
    })),
    lapsed: asked.lapsed.map(withContent),
    reference,
  };
  const work = new Work();
  const made = assess(basis, project, actor, { work, searchBound });
  const findings = made.findings.map((finding) => ({ ...finding, entry: null }));
  const missingFacts = made.missingFacts.map((missing) => ({ ...missing, fact: missing.fact.key }));
  parentPort!.postMessage({
    assessment: { ...made, findings, missingFacts },
    work: work.done,
  } satisfies Answered);
});

import { parentPort } from 'node:worker_threads';
import { reference } from '../data/reference.ts';
import type { Actor } from '../domain/access/access.ts';
import type { Assessment } from '../domain/assessment/assessment.ts';
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
  readonly contents: ReadonlyMap<number, CatalogContent>;
  readonly project: ProjectInput;
  readonly actor: Actor | null;
  readonly searchBound: number;
}
type Numbered<Version> = Omit<Version, 'content'> & { readonly content: number };

export interface Answered {
  readonly assessment: Assessment;
  readonly work: number;
}

const contents = new Map<number, CatalogContent>();

parentPort?.on('message', ({ contents: fresh, project, actor, searchBound, ...asked }: Asked) => {
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
  const assessment = assess(basis, project, actor, { work, searchBound });
  parentPort!.postMessage({ assessment, work: work.done } satisfies Answered);
});

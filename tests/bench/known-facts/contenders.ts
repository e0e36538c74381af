import { assess } from '../../../services/domain/engine/assess.ts';
import { builtInZoneFacts } from '../../../services/domain/register/jurisdiction.ts';
import { ALTERNATIVES } from './alternatives.ts';
import { completeProjects, lawOf } from './law-and-projects.ts';

const PROJECTS = 300;
export const ENGINE = 'park-admission';

/** One way to take projects from their JSON texts to the entries that apply, or a part of the way. */
export interface Contender {
  readonly name: string;
  /** Of the projects: what looks at every entry is asked about fewer. */
  readonly share: number;
  readonly run: (text: string) => unknown;
  /** The codes of the entries that it finds; absent where it does not look for them. */
  readonly find?: (text: string) => Promise<readonly string[]>;
  /** Projects of which a third of the facts is left out. */
  readonly isSparse?: boolean;
}

/** A law of so many entries, and who takes part. */
export function contest(count: number): {
  readonly texts: readonly string[];
  readonly sparse: readonly string[];
  readonly contenders: readonly { readonly name: string; readonly make: () => Contender }[];
} {
  const law = lawOf(count);
  const projects = completeProjects(law, PROJECTS);
  const { entries } = law.catalogs[0]!.inForce!.content;
  const zone = Object.fromEntries(
    Object.entries(builtInZoneFacts(law.lineage)).map(([key, value]) => [key.replace('.', '_'), value]),
  );
  const engine = (text: string) => assess(law, JSON.parse(text));
  const contenders: Contender[] = [
    {
      name: ENGINE,
      share: 1,
      run: engine,
      find: async (text) => engine(text).findings.map(({ entry }) => entry.code),
    },
    { name: 'JSON.parse alone', share: 1, run: (text) => JSON.parse(text) },
  ];
  const sparse: Contender = { name: `${ENGINE}, a third unknown`, share: 0.3, run: engine, isSparse: true };
  return {
    texts: projects.map((project) => JSON.stringify(project)),
    sparse: projects.map((project, at) => {
      const facts = Object.entries(project.facts!).filter((_, place) => (place + at) % 3 !== 0);
      return JSON.stringify({ ...project, facts: Object.fromEntries(facts) });
    }),
    contenders: [
      ...contenders.map((contender) => ({ name: contender.name, make: () => contender })),
      ...ALTERNATIVES.map(({ name, compile }) => ({
        name,
        make: (): Contender => {
          const decide = compile(entries, zone);
          const run = (text: string) => decide(JSON.parse(text));
          const share = name.includes('rules') ? 0.02 : name.includes('every') ? 0.2 : 1;
          return { name, share, run, find: async (text) => run(text) };
        },
      })),
      { name: sparse.name, make: () => sparse },
    ],
  };
}

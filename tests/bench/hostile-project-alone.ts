import { assess } from '../../services/domain/engine/assess.ts';
import { PUBLICATION_RULES } from '../../services/domain/publication-rules/table.ts';
import { SEARCH_BOUND } from '../../services/operations/limits.ts';
import { publicationOf } from '../domain/publication/publication-of.ts';
import { hostileProjects } from './hostile-projects.ts';
import { timed } from './measure.ts';

// One hostile project in a process of its own, asked twice: under a law that it has not read, and once it has.

const { make } = hostileProjects[Number(process.argv[2])]!;
const { basis, project } = make();
for (const { identity, inForce } of basis.catalogs) {
  const its = publicationOf({
    publication: { catalog: identity, content: inForce!.content, reference: basis.reference },
  });
  // The rules that reason block nothing here: what they cannot decide they let pass.
  for (const { code, severity, undecided, violations } of PUBLICATION_RULES)
    if (severity === 'ERROR' && !undecided && [...violations(its)].length > 0)
      throw new Error(`No publication would accept it: ${code}`);
}
// The first project of a process has V8 compile the engine.
const [other] = hostileProjects;
const small = other!.make();
assess(small.basis, small.project, null, { searchBound: SEARCH_BOUND.anonymous });
// Other entries than those that the rules have read.
const { basis: unread } = hostileProjects[Number(process.argv[2])]!.make();
const ask = () => assess(unread, project, null, { searchBound: SEARCH_BOUND.signedIn });
const first = await timed(ask);
const again = await timed(ask);
process.send!([first.processor, again.processor, again.result.exact]);

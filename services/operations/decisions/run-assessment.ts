import type { Actor } from '../../domain/access/access.ts';
import type { Assessment } from '../../domain/assessment/assessment.ts';
import type { ProjectRead } from '../../domain/engine/assess.ts';
import { decide } from '../../domain/engine/assess.ts';
import { Work, WorkQuotaReached } from '../../domain/solver/budget.ts';
import { whileAssessing } from '../../store/request-budget.ts';
import type { Deps } from '../deps.ts';
import { MAX_WORK_HERE } from '../limits.ts';

/**
 * Assesses a project that was read: here, or beside everything else where it turns out to be more than others should wait for.
 *
 * INVARIANT: the same answer either way. What is begun here and is too much is thrown away, and done beside as a whole,
 * under the bound of the search that it has here.
 *
 * @param work of the request, to which this is added
 */
export async function runAssessment(
  { assessBeside }: Deps,
  read: ProjectRead,
  actor: Actor | null,
  { searchBound, work = new Work() }: { readonly searchBound: number; readonly work?: Work },
): Promise<Assessment> {
  return whileAssessing(async () => {
    if (!assessBeside) return decide(read, { work, searchBound });
    const here = new Work(MAX_WORK_HERE);
    try {
      const assessment = decide(read, { work: here, searchBound });
      work.look(here.done);
      return assessment;
    } catch (error) {
      if (!(error instanceof WorkQuotaReached)) throw error;
      const beside = await assessBeside(read.law.basis, read.project, actor, searchBound);
      work.look(beside.work);
      return beside.assessment;
    }
  });
}

import type { JurisdictionRecord } from '../register/jurisdiction.ts';
import type { Day } from '../vocabulary.ts';
import type { ProjectInput } from './project.ts';

/**
 * A project that shows what a rule says (示例项目): plain data that can be assessed as it stands.
 *
 * The zone is one of the register where one fits, with the facts that it has there; else one that the register might
 * come to have below the catalog's jurisdiction.
 */
export interface Witness {
  readonly on: Day;
  readonly project: ProjectInput;
  readonly zone: JurisdictionRecord;
}

import type { ReferenceNames } from '../domain/facts/names.ts';
import { classification } from './classification.ts';
import { supervisedProcess } from './processes.ts';
import { lists } from './substance-lists.ts';
import { substance } from './substances.ts';

/** What the reference data call things. */
export const referenceNames: ReferenceNames = {
  lists,
  industry: (code) => classification.industry(code)?.name,
  substance: (cas) => substance(cas)?.name,
  process: (key) => supervisedProcess(key)?.name,
};

import { classification } from '../../../data/classification.ts';
import { referenceNames } from '../../../data/names.ts';
import type { FileReference } from '../../../files/fields.ts';

/** What reading takes of the reference data. */
export const reference: FileReference = { classification, names: referenceNames };

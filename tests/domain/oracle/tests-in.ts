import type { Entry } from '../../../services/domain/catalog/entry.ts';
import type {
  ChemicalTest,
  ChoiceTest,
  Condition,
  DateTest,
  FlagTest,
  NumberTest,
  ProductTest,
  SetTest,
} from '../../../services/domain/condition/condition.ts';

/** A condition that is neither `all`, `any` nor `not`. */
export type Test =
  | { readonly number: NumberTest }
  | { readonly flag: FlagTest }
  | { readonly choice: ChoiceTest }
  | { readonly set: SetTest }
  | { readonly date: DateTest }
  | { readonly chemical: ChemicalTest }
  | { readonly product: ProductTest };

/** All tests inside a condition. */
function testsIn(condition: Condition): readonly Test[] {
  if ('all' in condition) return condition.all.flatMap(testsIn);
  if ('any' in condition) return condition.any.flatMap(testsIn);
  if ('not' in condition) return testsIn(condition.not);
  return [condition];
}

/** All tests of an entry, wherever they stand: its condition, its exceptions, its requirements. */
export function testsOf(entry: Pick<Entry, 'when' | 'exceptions' | 'requirements'>): readonly Test[] {
  const conditions = [
    entry.when,
    ...entry.exceptions.map((exception) => exception.when),
    ...entry.requirements.map((requirement) => requirement.when),
  ];
  return conditions.flatMap((condition) => (condition ? testsIn(condition) : []));
}

/** The fact a test is written on. */
export function factOf(test: Test): string {
  if ('chemical' in test) return 'chemicals';
  if ('product' in test) return 'products';
  if ('number' in test) return test.number.fact;
  if ('flag' in test) return test.flag.fact;
  if ('choice' in test) return test.choice.fact;
  if ('set' in test) return test.set.fact;
  return test.date.fact;
}

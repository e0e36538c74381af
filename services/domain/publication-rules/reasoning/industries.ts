import type { Test } from '../../condition/tests.ts';
import { scopeClasses } from '../../engine/compile.ts';
import { setDomain } from '../../solver/set.ts';
import type { Dimension } from './dimension.ts';
import type { Law } from './law.ts';

type IndustryTest = Test & { readonly kind: 'industry' };

/** The ways that the industries of a project can turn out: any set of classes that is not empty. */
export function industriesFact(tests: readonly IndustryTest[], law: Law): Dimension {
  const { classification } = law.publication.reference;
  const covered = new Map(tests.map((test) => [test, scopeClasses(test.scope, classification)]));
  const first = covered.get(tests[0]!)!;
  const named =
    tests.length === 1 ? first : new Set([...covered.values()].flatMap((classes) => [...classes]));
  // Classes that no test names are alike; one stands for all.
  const another = classification.classes.find((one) => !named.has(one));
  const elements = another === undefined ? [...named] : [...named, another];
  const domain = setDomain(elements, tests, (test, one) => covered.get(test)!.has(one), true);
  return {
    tests,
    variables: domain.variables,
    formula(test) {
      return domain.formula(test as IndustryTest);
    },
    axioms: domain.axiom === undefined ? [] : [domain.axiom],
    exact: true,
    write({ cell }, draft) {
      const on = [...domain.elements].filter(([variable]) => cell(variable) === 1).map(([, one]) => one);
      const codes = on.length > 0 || another === undefined ? on : [another];
      draft.industries = codes.map((code) => ({ code, classes: [code] }));
      return codes.length > 0;
    },
  };
}

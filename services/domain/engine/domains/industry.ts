import { partition } from '../../solver/partition.ts';
import { setEncoding } from '../../solver/set.ts';
import { coversClass, scopeClasses } from '../compile.ts';
import type { FactDomain, TestOf } from './domain.ts';
import { unknownFact } from './domain.ts';

/** The classes that the project belongs to: of each code that it states one, or any set that is not empty. */
export const INDUSTRY: FactDomain<TestOf<'industry'>> = {
  truth({ scope }, { industries, classification }) {
    if (!industries) return undefined;
    let unsettled = false;
    for (const { classes } of industries) {
      let inside = 0;
      for (const one of classes) if (coversClass(scope, one, classification)) inside++;
      if (inside === classes.length) return true;
      if (inside > 0) unsettled = true;
    }
    return unsettled ? undefined : false;
  },
  unknowns(tests, { industries, classification }) {
    const scopes = new Map(tests.map((test) => [test, scopeClasses(test.scope, classification)]));
    const covered = (test: TestOf<'industry'>) => scopes.get(test)!;
    if (industries)
      return industries.map(({ classes }) =>
        unknownFact(
          'industries',
          tests,
          partition(classes, tests, (one, test) => covered(test).has(one)),
        ),
      );
    const named =
      scopes.size === 1 ? scopes.get(tests[0]!)! : new Set([...scopes.values()].flatMap((each) => [...each]));
    // Classes that no test names are alike; one stands for all.
    const another = classification.classes.find((one) => !named.has(one));
    const elements = another === undefined ? [...named] : [...named, another];
    const encoding = setEncoding(elements, tests, covered, true);
    const classesIn = (model: Parameters<typeof encoding.value>[0]) => {
      const inside = encoding.value(model);
      if (inside.length > 0) return inside;
      return another === undefined ? undefined : [another];
    };
    return [
      unknownFact('industries', tests, encoding, classesIn, (to, classes) => {
        to.industries = classes.map((code) => ({ code, classes: [code] }));
      }),
    ];
  },
};

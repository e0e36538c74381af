import { builtInFact } from '../../facts/dictionary.ts';
import type { FactDefinition } from '../../facts/fact.ts';
import { ratioBy } from '../../facts/ratio.ts';
import { fromInteger } from '../../values/decimal.ts';
import { memoize } from '../../values/memoize.ts';
import { unreachable } from '../../values/unreachable.ts';
import type { Law } from './law.ts';
import { placeOf } from './places.ts';
import type { SituationDraft } from './situation.ts';
import { TODAY, unstatedKey } from './situation.ts';

/** A situation to be altered: what nothing asks for has a value that few entries mind. */
export function plainSituation(law: Law): SituationDraft {
  const plain = plainOf(law);
  const { numbers, many, choices, sets, dates } = plain;
  return {
    ...plain,
    numbers: new Map(numbers),
    many: new Map(many),
    choices: new Map(choices),
    sets: new Map(sets),
    dates: new Map(dates),
  };
}

const plainOf = memoize((law: Law): SituationDraft => {
  const { effectiveFrom, reference } = law.publication;
  const code = reference.classification.classes[0]!;
  const plain: SituationDraft = {
    ...law.nothingKnown,
    ...placeOf(law),
    industries: [{ code, classes: [code] }],
    activities: 1,
    earlierApproval: 'none',
    numbers: new Map(),
    many: new Map(),
    choices: new Map(),
    sets: new Map(),
    dates: new Map([[TODAY, effectiveFrom]]),
    chemicals: new Map(),
    openChemicals: [],
    products: [],
  };
  for (const fact of law.nothingKnown.definitions.values()) putDefault(fact, plain);
  return plain;
});

function putDefault({ key, type, about, options, many, ratio }: FactDefinition, plain: SituationDraft): void {
  if (about === 'ZONE' && !builtInFact(key)) plain.choices.set(unstatedKey(key), 'false');
  switch (type) {
    case 'NUMBER':
      if (many) plain.many.set(key, []);
      else if (!ratio) plain.numbers.set(key, fromInteger(PLAIN_NUMBERS[key] ?? least(key, plain)));
      return;
    case 'FLAG':
      plain.choices.set(key, 'false');
      return;
    case 'CHOICE':
      plain.choices.set(key, PLAIN_CHOICES[key] ?? options?.at(-1) ?? '');
      return;
    case 'SET':
      plain.sets.set(key, new Set(PLAIN_SETS[key]));
      return;
    case 'DATE':
      plain.dates.set(key, '2020-01-01');
      return;
    default:
      unreachable(type);
  }
}

/** Nothing is divided by 0. */
const least = (key: string, { definitions }: SituationDraft): number =>
  ratioBy(key, definitions) === undefined ? 0 : 1;

/** Entries mind projects that invest little on much land. */
const PLAIN_NUMBERS: Readonly<Record<string, number>> = {
  totalInvestment: 100_000,
  investmentExcludingLand: 90_000,
  fixedAssetInvestment: 80_000,
  equipmentInvestment: 50_000,
  landArea: 100,
  taxPerMu: 100,
};
const PLAIN_SETS: Readonly<Record<string, readonly string[]>> = { natures: ['NEW_BUILD'] };
const PLAIN_CHOICES: Readonly<Record<string, string>> = {
  nationalClass: 'PERMITTED',
  majorHazardLevel: 'NONE',
  'zone.kind': 'DEVELOPMENT_ZONE',
  'zone.level': 'PROVINCIAL',
  'zone.riskGrade': 'NONE',
};

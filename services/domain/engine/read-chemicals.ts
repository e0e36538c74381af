import type { AssessmentBasis, Reference } from '../assessment/assessment-basis.ts';
import type { ChemicalInput, ProjectInput } from '../assessment/project.ts';
import { chemicalName, withoutCasNumber } from '../facts/chemical-name.ts';
import { shown } from '../messages/read-input.ts';
import { casOfNumber, isCas } from '../values/cas.ts';
import type { Rational } from '../values/decimal.ts';
import { compare } from '../values/decimal.ts';
import { inLocale } from '../values/text.ts';
import { HUNDRED } from './domains/substances.ts';
import type { ChemicalLine, Facts, OpenChemical } from './facts.ts';
import { readActivities } from './read-stated.ts';
import type { Path, Reader } from './reader.ts';
import { MAX_ITEMS } from './reader.ts';

/** The inventory by substance, and the lines of which nobody can say what they are (DESIGN 2.3). */
export function readChemicals(
  reader: Reader,
  { reference }: AssessmentBasis,
  given: NonNullable<ProjectInput['facts']>['chemicals'],
): Pick<Facts, 'chemicals' | 'openChemicals'> {
  const list = reader.list(given, ['facts', 'chemicals'], MAX_ITEMS.chemicals);
  if (!list) return { chemicals: null, openChemicals: [] };
  const lines = new Map<string, ChemicalLine[]>();
  const openChemicals: OpenChemical[] = [];
  for (const [at, chemical] of list.entries()) {
    const path = ['facts', 'chemicals', String(at)];
    if (typeof chemical !== 'object' || chemical === null) {
      reader.wrongType(path, 'OBJECT', chemical);
      continue;
    }
    const what = whatIs(reader, reference, chemical, path);
    const tonnes =
      chemical.tonnes == null ? null : (reader.number(chemical.tonnes, [...path, 'tonnes']) ?? null);
    const fraction = readFraction(reader, chemical.fraction, [...path, 'fraction']);
    const activities = readActivities(reader, chemical.activities, [...path, 'activities']);
    const name = chemical.name ?? String(chemical.cas);
    const hazard = {
      specification: readSpecification(reader, chemical.specification, [...path, 'specification']),
      hazardClasses: readClasses(reader, reference, chemical.hazardClasses, [...path, 'hazardClasses']),
    };
    const line = {
      activities,
      tonnes,
      fraction,
      ...hazard,
      row: { path, name },
    };
    if (what === 'OPEN') openChemicals.push(line);
    else if (what !== undefined) {
      const its = lines.get(what);
      if (its) its.push(line);
      else lines.set(what, [line]);
    }
  }
  return { chemicals: lines, openChemicals };
}

/** A mass fraction in percent. */
function readFraction(reader: Reader, stated: ChemicalInput['fraction'], path: Path): Rational | null {
  if (stated == null) return null;
  const fraction = reader.number(stated, path, { positive: true }) ?? null;
  if (!fraction || compare(fraction, HUNDRED) <= 0) return fraction;
  reader.outOfRange(path, String(stated), '> 0, ≤ 100');
  return null;
}

function readSpecification(reader: Reader, stated: unknown, path: Path): string | null {
  if (stated == null) return null;
  if (typeof stated === 'string') return stated;
  return reader.wrongType(path, 'TEXT', stated) ?? null;
}

/** Symbols of GB 18218-2018 table 2. */
function readClasses(
  reader: Reader,
  { majorHazard }: Reference,
  stated: ChemicalInput['hazardClasses'],
  path: Path,
): readonly string[] | null {
  if (stated == null) return null;
  const symbols = majorHazard.classes.map(({ symbol }) => symbol);
  const list = reader.list(stated, path, symbols.length);
  for (const [at, symbol] of list?.entries() ?? [])
    if (!symbols.includes(symbol)) {
      reader.outOfRange([...path, String(at)], shown(symbol), symbols.join(', '));
      return null;
    }
  return list;
}

/** The CAS number of a line, or what stands for one where it has none; undefined where it is faulty. */
function whatIs(
  reader: Reader,
  { names, substancesNamed }: Reference,
  { cas: stated, name, withoutCas }: ChemicalInput,
  path: Path,
): string | undefined {
  const place = (field: string) => [...path, field];
  const fieldOf = (field: string) => place(field).join('.');
  const called = (cas: string) => `${cas} ${inLocale(names.substance(cas) ?? { zh: '' }, 'zh')}`.trim();
  if (withoutCas != null && typeof withoutCas !== 'boolean')
    return reader.wrongType(place('withoutCas'), 'FLAG', withoutCas);
  if (name != null && typeof name !== 'string') return reader.wrongType(place('name'), 'TEXT', name);
  if (stated == null && (name == null || chemicalName(name) === ''))
    return reader.fault('CHEMICAL_UNNAMED', { field: path.join('.') }, path);
  if (name != null && name.length > MAX_NAME)
    return reader.outOfRange(place('name'), `${name.length}`, `≤ ${MAX_NAME}`);
  const named = name == null ? [] : isCas(name.trim()) ? [name.trim()] : substancesNamed(name);
  const others = named.map(called);
  if (stated == null) {
    const value = shown(name);
    if (withoutCas && named.length > 0)
      return reader.fault(
        'CHEMICAL_HAS_CAS',
        { field: fieldOf('withoutCas'), value, others },
        place('withoutCas'),
      );
    if (withoutCas) return withoutCasNumber(name!);
    // A name of several substances says no more than that it is one of them.
    if (named.length !== 1) return 'OPEN';
    reader.notices.push({ code: 'CHEMICAL_READ', path: place('name'), value, readAs: others });
    return named[0];
  }
  const cas = typeof stated === 'number' ? casOfNumber(stated) : stated;
  if (!isCas(cas))
    return reader.fault('INVALID_CAS', { field: fieldOf('cas'), value: shown(stated) }, place('cas'));
  if (withoutCas)
    return reader.fault(
      'CHEMICAL_HAS_CAS',
      { field: fieldOf('withoutCas'), value: shown(name ?? cas), others: [called(cas)] },
      place('withoutCas'),
    );
  // A name of several substances may have more than these.
  if (named.length === 1 && named[0] !== cas) {
    const known = names.substance(cas);
    return reader.fault(
      'CHEMICAL_NAME_MISMATCH',
      {
        field: fieldOf('name'),
        cas,
        name: known ?? { zh: '别的物质', en: 'another substance' },
        value: shown(name),
        others,
      },
      place('name'),
    );
  }
  return cas;
}

const MAX_NAME = 200;

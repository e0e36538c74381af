import { describe, expect, test } from 'vitest';
import type { AssessmentBasis, CatalogOnDay } from '../../services/domain/assessment/assessment-basis.ts';
import { compiled } from '../../services/domain/engine/compile.ts';
import { lineageOf } from '../../services/domain/engine/lineage.ts';
import { sampleBasis, samples } from '../samples/sample-world.ts';

const ZONE = `zone_${samples.register.zones[0]!.code}`;
const ON = '2026-11-23';
const basis = sampleBasis(ZONE, ON);

describe('the law over a zone is compiled once', () => {
  test('for all that read the same of it', () => {
    const again: AssessmentBasis = JSON.parse(JSON.stringify({ on: basis.on, lineage: basis.lineage }));
    expect(lineageOf({ ...basis, ...again })).toBe(lineageOf(basis));
  });

  test.each<[string, Partial<AssessmentBasis>]>([
    ['another day', { on: '2026-11-24' }],
    ['another record of the zone', { lineage: changedLast(basis.lineage, { closed: false }) }],
    ['another version', { catalogs: changed(({ inForce }) => ({ inForce: { ...inForce!, number: 99 } })) }],
    [
      'another content of the same number and hash',
      {
        catalogs: changed(({ inForce }) => ({ inForce: { ...inForce!, content: { ...inForce!.content } } })),
      },
    ],
    [
      'a catalog that is no longer in force',
      { catalogs: changed(() => ({ standing: 'LAPSED', inForce: undefined })) },
    ],
  ])('and anew for %s', (_, change) => {
    expect(lineageOf({ ...basis, ...change })).not.toBe(lineageOf(basis));
  });
});

test('an entry is compiled once for all versions that it stands in', () => {
  const { content } = basis.catalogs.find(({ inForce }) => inForce)!.inForce!;
  const later = { ...content, entries: content.entries.slice(1) };
  expect(compiled(later).entries[0]!.when).toBe(compiled(content).entries[1]!.when);
});

function changed(change: (catalog: CatalogOnDay) => Partial<CatalogOnDay>): readonly CatalogOnDay[] {
  const at = basis.catalogs.findIndex(({ inForce }) => inForce);
  return basis.catalogs.with(at, { ...basis.catalogs[at]!, ...change(basis.catalogs[at]!) });
}

function changedLast<T>(of: readonly T[], change: Partial<T>): readonly T[] {
  return of.with(-1, { ...of.at(-1)!, ...change });
}

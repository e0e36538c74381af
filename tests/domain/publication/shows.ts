import { expect } from 'vitest';
import type { Assessment, Finding } from '../../../services/domain/assessment/assessment.ts';
import type { AssessmentBasis } from '../../../services/domain/assessment/assessment-basis.ts';
import type { Witness } from '../../../services/domain/assessment/witness.ts';
import type { CatalogContent } from '../../../services/domain/catalog/catalog.ts';
import { contentHashOf } from '../../../services/domain/catalog/content-hash.ts';
import type { Entry } from '../../../services/domain/catalog/entry.ts';
import { NOTHING_SAID } from '../../../services/domain/catalog/entry.ts';
import type { Condition } from '../../../services/domain/condition/condition.ts';
import { conditionText } from '../../../services/domain/condition/condition-text.ts';
import { assess } from '../../../services/domain/engine/assess.ts';
import type { Names } from '../../../services/domain/facts/names.ts';
import { namesFrom } from '../../../services/domain/facts/names.ts';
import type { BrokenRule } from '../../../services/domain/publication-rules/check.ts';
import type { Publication } from '../../../services/domain/publication-rules/rule.ts';
import { gradeFits } from '../../../services/domain/register/jurisdiction.ts';
import { lineageOn } from '../../../services/domain/register/register.ts';

/** Puts the witness of a broken rule into a real assessment and expects to see what the rule says. */
export function expectToShow(publication: Publication, broken: BrokenRule): void {
  const { rule, entry: code, witness, field, value, detail } = broken;
  const shows = SHOWS[rule.code];
  if (!shows) return;
  expect(witness, `${rule.code} ${code}`).toBeDefined();
  // What the register would not take is no zone to show anything by.
  expect(gradeFits(witness!.zone.zone!.kind, witness!.zone.zone!.riskGrade)).toBe(true);
  expect(witness!.zone.closed ?? false).toBe(false);
  expect(detail!.zh).toMatch(/。$/);
  expect(detail!.en).toMatch(/\.$/);
  const entry = publication.content.entries.find((each) => each.code === code)!;
  const contents = new Map([
    ...publication.above.flatMap(({ identity, inForce }) =>
      inForce ? [[identity.key, inForce.content] as const] : [],
    ),
    [publication.catalog.key, publication.content] as const,
  ]);
  const own = (each: string): Own => ({ code: each, catalog: publication.catalog.key });
  shows({
    entry,
    own: own(entry.code),
    field,
    told: detail!.zh,
    names: namesFrom(publication.reference.names, contents),
    named: value.split(', '),
    publication,
    seen: (entries) => assessment(publication, entries, witness!),
    probe: (condition) => findingOf(assessment(publication, [probing(condition)], witness!), own('probe')),
  });
}

interface Claim {
  readonly entry: Entry;
  readonly own: Own;
  readonly field: string;
  readonly told: string;
  readonly names: Names;
  readonly named: readonly string[];
  readonly publication: Publication;
  /** What becomes of the witness if the catalog has these entries. */
  readonly seen: (entries: readonly Entry[]) => Assessment;
  /** What a prohibition under this condition means for it. */
  readonly probe: (condition: Condition) => Finding | undefined;
}

const SHOWS: Partial<Record<string, (claim: Claim) => void>> = {
  'PR-28': ({ entry, own, field, probe, publication, seen, told, names }) => {
    if (field === 'when' || field === 'industries')
      expect(findingOf(seen(publication.content.entries), own)).toBeUndefined();
    const condition = conditionAt(entry, field);
    if (!condition) return;
    const parts = conjuncts(condition).map((part) => ({ part, applies: probe(part)?.applies ?? 'FALSE' }));
    expect(parts.map(({ applies }) => applies)).not.toContain('UNKNOWN');
    // What fails is named; of a condition that holds by itself it is the scope of the entry that does.
    const failed = parts.filter(({ applies }) => applies === 'FALSE');
    for (const { part } of failed) expect(told).toContain(conditionText(part, names, 'zh'));
    if (failed.length === 0) expect(told).toMatch(/条目的/);
  },
  'PR-29': ({ entry, own, field, named, seen, publication }) => {
    expect(field).toBe(named.length === 1 ? `exceptions.${named[0]}` : 'exceptions');
    const { entries } = publication.content;
    expect(findingOf(seen(entries), own)).toBeUndefined();
    const exceptions = entry.exceptions.filter(({ discretionary }) => discretionary);
    expect(findingOf(seen(replaced(entries, { ...entry, exceptions })), own)?.applies).toBe('TRUE');
  },
  'PR-30': ({ entry, own, seen, publication }) => {
    const { entries } = publication.content;
    const having = seen(entries);
    expect(findingOf(having, own)?.applies).toBe('TRUE');
    expect(having.outcome).not.toBe('NEEDS_INFORMATION');
    expect(seen(entries.filter(({ code }) => code !== entry.code)).outcome).toBe(having.outcome);
  },
  'PR-31': ({ entry, own, named, seen }) => {
    const finding = findingOf(
      seen([{ ...UNSCOPED, code: entry.code, requirements: entry.requirements }]),
      own,
    )!;
    for (const { key, when } of entry.requirements) {
      const { met } = finding.requirements.find((each) => each.key === key)!;
      if (when) expect([key, met]).toEqual([key, named.includes(key) ? 'FALSE' : 'TRUE']);
    }
  },
  'PR-32': ({ entry, own, named, seen, publication }) => {
    const { entries } = publication.content;
    const having = seen(entries);
    const finding = findingOf(having, own)!;
    expect(finding.applies).toBe('TRUE');
    expect(finding.requirements.filter(({ met }) => met === 'FALSE').map(({ key }) => key)).toEqual(named);
    const without = seen(entries.filter(({ code }) => code !== entry.code));
    expect(['ADMITTED', 'CONDITIONAL', 'REVIEW']).toContain(without.outcome);
  },
};

const conjuncts = (condition: Condition): readonly Condition[] =>
  'all' in condition ? condition.all.flatMap(conjuncts) : [condition];

const UNSCOPED: Entry = {
  ...NOTHING_SAID,
  code: 'probe',
  measure: 'RESTRICTED',
  text: { zh: '试' },
  basis: [{ document: '试' }],
};
const probing = (when: Condition): Entry => ({ ...UNSCOPED, measure: 'PROHIBITED', when });

const replaced = (entries: readonly Entry[], entry: Entry): readonly Entry[] =>
  entries.map((each) => (each.code === entry.code ? entry : each));

function conditionAt(entry: Entry, field: string): Condition | null | undefined {
  const [kind, key] = field.split('.');
  if (kind === 'exceptions') return entry.exceptions.find((each) => each.key === key)!.when;
  if (kind === 'requirements') return entry.requirements.find((each) => each.key === key)!.when;
  return entry.when;
}

const findingOf = ({ findings }: Assessment, { code, catalog }: Own): Finding | undefined =>
  findings.find((finding) => finding.entry.code === code && finding.catalog === catalog);
interface Own {
  readonly code: string;
  readonly catalog: string;
}

function assessment(publication: Publication, entries: readonly Entry[], witness: Witness): Assessment {
  const { catalog, above, register, reference } = publication;
  const content: CatalogContent = { ...publication.content, entries };
  const own = {
    identity: { key: catalog.key, jurisdiction: catalog.jurisdiction },
    standing: 'IN_FORCE' as const,
    inForce: { number: 1, contentHash: contentHashOf(content), content },
  };
  const basis: AssessmentBasis = {
    on: witness.on,
    lineage: [...lineageOn(register, witness.zone.parent!, witness.on)!, witness.zone],
    // What stands above only until then is no longer weighed.
    catalogs: [...above.filter(({ changesOn }) => changesOn === null || witness.on < changesOn), own],
    lapsed: publication.lapsed ?? [],
    reference,
  };
  return assess(basis, witness.project);
}

import type { Actor } from '../../../services/domain/access/access.ts';
import type { AssessmentBasis } from '../../../services/domain/assessment/assessment-basis.ts';
import type { ProjectInput } from '../../../services/domain/assessment/project.ts';
import type { Entry } from '../../../services/domain/catalog/entry.ts';
import type { FactDefinition } from '../../../services/domain/facts/fact.ts';
import type { JurisdictionRecord } from '../../../services/domain/register/jurisdiction.ts';
import { discretionOf } from './discretion.ts';
import type { PlacedEntry, Setting } from './entry-in-completion.ts';
import { isGoneArea } from './entry-in-completion.ts';
import { definedThere } from './question.ts';
import { factOf, testsOf } from './tests-in.ts';

/** Every entry of every version in force, with how its discretionary exceptions stand for the project. */
export function entriesInForce(
  basis: AssessmentBasis,
  project: ProjectInput,
  actor: Actor | null,
  setting: Setting,
): readonly PlacedEntry[] {
  return basis.catalogs.flatMap(({ identity, inForce }) =>
    (inForce?.content.entries ?? []).map((entry, i): PlacedEntry => {
      const discretion = discretionOf(entry, identity, basis, project, actor);
      // A denied exception is as if it were not there: what it tests is not tested (DESIGN 2.5).
      const exceptions = entry.exceptions.filter((_, j) => discretion[j] !== 'DENIED');
      const tested = new Set(testsOf({ ...entry, exceptions }).map(factOf));
      const depth = basis.lineage.findIndex(({ id }) => id === identity.jurisdiction);
      return {
        catalog: identity.key,
        version: inForce!.number,
        level: basis.lineage[depth]!.level,
        depth,
        position: i + 1,
        entry,
        discretion,
        unstated: [...tested].filter((key) => setting.unstated.has(key)),
        namesGoneArea: namesGoneArea(entry, setting),
      };
    }),
  );
}

/** Where and when the project is assessed, and the lists and ZONE facts that conditions are read against. */
export function settingOf(basis: AssessmentBasis): Setting {
  const zone = basis.lineage.at(-1)!;
  const contents = definedThere(basis);
  const zoneDefinitions = contents.flatMap(({ facts }) => facts).filter(({ about }) => about === 'ZONE');
  const lists = [...basis.reference.lists, ...contents.flatMap((content) => content.lists)];
  return {
    on: basis.on,
    zoneCode: zone.code,
    zoneAreas: zone.zone!.areas.map(({ key }) => key),
    lineage: basis.lineage.map(({ id }) => id),
    classification: basis.reference.classification,
    lists: new Map(lists.map((list) => [list.key, list])),
    definitions: new Map(contents.flatMap(({ facts }) => facts.map((fact) => [fact.key, fact]))),
    unstated: new Set(
      zoneDefinitions.filter((definition) => !isStated(definition, zone)).map(({ key }) => key),
    ),
  };
}

/** A ZONE fact that the register has in another form than the catalog defines is not stated (ADR 0001.11). */
function isStated({ key, type }: FactDefinition, zone: JurisdictionRecord): boolean {
  const value = zone.zone!.facts.find((fact) => fact.key === key)?.value;
  return value?.[FORMS[type]] != null;
}
const FORMS = { NUMBER: 'number', FLAG: 'flag', CHOICE: 'choice', SET: 'set', DATE: 'date' } as const;

/** ADR 0001.11: it may mean any part of the zone, unless all of the zone is left out. */
function namesGoneArea({ territory: { include, except } }: Entry, setting: Setting): boolean {
  if (except.some((id) => setting.lineage.includes(id))) return false;
  return [...include, ...except].some((id) => isGoneArea(id, setting));
}

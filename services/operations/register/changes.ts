import type { Actor } from '../../domain/access/access.ts';
import { closing, regionChange, zoneChange } from '../../domain/register/change-shape.ts';
import type { ZoneFacts } from '../../domain/register/jurisdiction.ts';
import type { Text } from '../../domain/values/text.ts';
import type { Deps } from '../deps.ts';
import type { ChangeInput } from './change-register.ts';
import { applyChange } from './change-register.ts';
import type { Entered } from './enter-records.ts';
import type { Optional } from './register.ts';

/** Unset and null: stays as it is. */
export interface ChangeRegionInput extends ChangeInput {
  readonly region: string;
  readonly name?: Text | null;
  readonly parent?: string | null;
}
/** Unset and null: stays as it is. */
export interface ChangeZoneInput extends ChangeInput, Optional<ZoneFacts> {
  readonly zone: string;
  readonly name?: Text | null;
  readonly parent?: string | null;
  readonly dropFacts?: readonly string[] | null;
}
export interface CloseJurisdictionInput {
  readonly jurisdiction: string;
  readonly effectiveFrom: string;
  readonly reason: string;
}

/** Changes what is given of a region from a day on; but for its name, that takes two persons. */
export function changeRegion(deps: Deps, actor: Actor | null, input: ChangeRegionInput): Promise<Entered> {
  return applyChange(deps, actor, { action: 'CHANGE_REGION', field: 'region', shape: regionChange }, input);
}

/** Changes what is given of a zone from a day on; but for its name, that takes two persons. */
export function changeZone(deps: Deps, actor: Actor | null, input: ChangeZoneInput): Promise<Entered> {
  return applyChange(deps, actor, { action: 'CHANGE_ZONE', field: 'zone', shape: zoneChange }, input);
}

/** Proposes to close a region or zone from a day on. What lies in it has to be closed or moved by then. */
export function closeJurisdiction(
  deps: Deps,
  actor: Actor | null,
  input: CloseJurisdictionInput,
): Promise<Entered> {
  const kind = { action: 'CLOSE_JURISDICTION', field: 'jurisdiction', shape: closing } as const;
  return applyChange(deps, actor, kind, input);
}

import type { Actor } from '../domain/access.ts';
import type { DeclaredFact } from '../domain/fact.ts';
import type {
  JurisdictionLevel,
  JurisdictionRecord,
  RiskGrade,
  ZoneKind,
  ZoneLevel,
} from '../domain/jurisdiction.ts';
import type { Text } from '../domain/text.ts';
import type { Deps } from './deps.ts';

export interface RegisterRegionInput {
  readonly code: string;
  readonly level: JurisdictionLevel;
  readonly name: Text;
  readonly parent?: string | null;
  readonly effectiveFrom: string;
  readonly reason: string;
}
export interface RegisterZoneInput {
  readonly code: string;
  readonly name: Text;
  readonly parent: string;
  readonly kind: ZoneKind;
  readonly zoneLevel: ZoneLevel;
  readonly riskGrade?: RiskGrade | null;
  readonly positioning?: readonly string[] | null;
  readonly areas?: readonly { readonly key: string; readonly name: Text }[] | null;
  readonly suspended?: boolean | null;
  readonly facts?: readonly DeclaredFact[] | null;
  readonly effectiveFrom: string;
  readonly reason: string;
}

/** Enters a region, or a new record of one, into the register (名录). */
export async function registerRegion(
  _deps: Deps,
  _actor: Actor | null,
  _input: RegisterRegionInput,
): Promise<JurisdictionRecord> {
  throw new Error('under construction');
}

/** Enters a zone, or a new record of one, into the register (名录). */
export async function registerZone(
  _deps: Deps,
  _actor: Actor | null,
  _input: RegisterZoneInput,
): Promise<JurisdictionRecord> {
  throw new Error('under construction');
}

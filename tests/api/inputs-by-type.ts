import type * as api from '../../graphql/generated/types.ts';
import type * as project from '../../services/domain/assessment/project.ts';
import type { Asked, Condition, TestKind } from '../../services/domain/condition/condition.ts';
import type { ZoneFacts } from '../../services/domain/register/jurisdiction.ts';
import type { ChangeZoneInput } from '../../services/operations/register/changes.ts';
import type { RegisterZoneInput } from '../../services/operations/register/register.ts';

/**
 * What the SDL takes in and the domain does not read, or the other way round: nothing. The compiler names what is
 * forgotten, and `forgotten.test.ts` sees to it that it does.
 */
export type Forgotten =
  | None<Difference<KeysOf<api.ConditionInput>, KeysOf<Condition>>>
  | None<
      {
        readonly [Kind in TestKind]: `${Kind}.${Difference<KeysOf<Input<Kind>>, keyof Asked[Kind]>}`;
      }[TestKind]
    >
  | None<Difference<keyof api.RegisterZoneInput, keyof RegisterZoneInput>>
  | None<Difference<keyof api.ChangeZoneInput, keyof ChangeZoneInput>>
  | None<Exclude<keyof ZoneFacts, keyof api.Zone>>
  | None<Difference<keyof api.ProjectInput, keyof project.ProjectInput>>
  | None<Difference<keyof api.FactsInput, keyof project.FactsInput>>
  | None<Difference<keyof api.Facts, keyof project.FactsInput>>;

type KeysOf<Union> = Union extends unknown ? keyof Union : never;
type Input<Kind extends string> = NonNullable<api.ConditionInput[Kind & keyof api.ConditionInput]>;
type Difference<One, Other> = (Exclude<One, Other> | Exclude<Other, One>) & string;
type None<Found extends never> = Found;

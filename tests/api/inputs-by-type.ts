import type * as api from '../../graphql/generated/types.ts';
import type * as project from '../../services/domain/assessment/project.ts';
import type { Asked, Condition, TestKind } from '../../services/domain/condition/condition.ts';

/*
 * What the SDL takes in is what the domain reads. Nothing here runs: the compiler names what the one side has and the
 * other lacks, and `forgotten.test.ts` sees to it that it does.
 */

export type Operators = None<Difference<KeysOf<api.ConditionInput>, KeysOf<Condition>>>;
export type Tests = None<
  {
    readonly [Kind in TestKind]: `${Kind}.${Difference<KeysOf<Input<Kind>>, keyof Asked[Kind]>}`;
  }[TestKind]
>;
export type Projects = None<Difference<keyof api.ProjectInput, keyof project.ProjectInput>>;
export type Facts = None<Difference<keyof api.FactsInput, keyof project.FactsInput>>;
export type FactsRead = None<Difference<keyof api.Facts, keyof project.FactsInput>>;

type KeysOf<Union> = Union extends unknown ? keyof Union : never;
type Input<Kind extends string> = NonNullable<api.ConditionInput[Kind & keyof api.ConditionInput]>;
type Difference<One, Other> = (Exclude<One, Other> | Exclude<Other, One>) & string;
type None<Found extends never> = Found;

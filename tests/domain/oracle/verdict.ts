import type { Assessment } from '../../../services/domain/assessment/assessment.ts';
import type { Effect, Outcome, SettledOutcome, Truth } from '../../../services/domain/vocabulary.ts';

/** What an assessment says, without texts: the part on which engine and oracle must agree word for word. */
export interface Verdict {
  readonly outcome: Outcome;
  readonly possibleOutcomes: readonly SettledOutcome[];
  /** `CODE catalog fact`, with ` decisive` where it is, sorted: their order is not laid down. */
  readonly reasons: readonly string[];
  readonly findings: readonly FindingVerdict[];
  readonly missingFacts: readonly MissingVerdict[];
  readonly minimalQuestions: readonly string[];
  /** `catalog@number`. */
  readonly versions: readonly string[];
}
export interface FindingVerdict {
  /** `catalog@number entry`. */
  readonly entry: string;
  readonly level: string;
  readonly position: number;
  readonly applies: Truth;
  readonly effect: Effect;
  readonly discretionOpen: boolean;
  readonly effectWithoutDiscretion: Effect;
  readonly decisive: boolean;
  readonly exceptions: Readonly<Record<string, ExceptionVerdict>>;
  readonly requirements: Readonly<Record<string, Truth>>;
}
export interface ExceptionVerdict {
  readonly holds: Truth;
  readonly confirmed: boolean | null;
}
export interface MissingVerdict {
  readonly key: string;
  /** `catalog entry`, sorted: their order is not laid down. */
  readonly neededBy: readonly string[];
}

/** The comparable part of an assessment. */
export function verdictOf(assessment: Assessment): Verdict {
  return {
    outcome: assessment.outcome,
    possibleOutcomes: assessment.possibleOutcomes,
    reasons: assessment.reasons
      .map(({ code, catalog, fact, decisive }) =>
        [code, catalog ?? '-', fact ?? '-', ...(decisive ? ['decisive'] : [])].join(' '),
      )
      .sort(),
    findings: assessment.findings.map((finding) => ({
      entry: `${finding.catalog}@${finding.version} ${finding.entry.code}`,
      level: finding.level,
      position: finding.position,
      applies: finding.applies,
      effect: finding.effect,
      discretionOpen: finding.discretionOpen,
      effectWithoutDiscretion: finding.effectWithoutDiscretion,
      decisive: finding.decisive,
      exceptions: Object.fromEntries(finding.exceptions.map(({ key, ...verdict }) => [key, verdict])),
      requirements: Object.fromEntries(finding.requirements.map(({ key, met }) => [key, met])),
    })),
    missingFacts: assessment.missingFacts.map(({ fact, neededBy }) => ({
      key: fact.key,
      neededBy: neededBy.map(({ catalog, entry }) => `${catalog} ${entry}`).sort(),
    })),
    minimalQuestions: assessment.minimalQuestions,
    versions: assessment.versions.map(({ catalog, number }) => `${catalog}@${number}`),
  };
}

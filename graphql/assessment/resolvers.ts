import {
  explainAssessment,
  explainFinding,
  explainReason,
} from '../../services/domain/explanation/explain.ts';
import { inLocale } from '../../services/domain/values/text.ts';
import { assessProjects } from '../../services/operations/decisions/assess.ts';
import { namesOfGround } from '../entries/names-of.ts';
import { namedCatalog, namedJurisdiction } from '../find.ts';
import type { Resolvers } from '../generated/types.ts';
import type { AssessmentModel } from '../models.ts';
import { contentIn, entryIn } from './entry-in.ts';
import { inTurn } from './in-turn.ts';
import { resultsOf } from './results-of.ts';
import { theOne } from './the-one.ts';

export const assessmentResolvers: Resolvers = {
  Assessment: {
    zone: ({ zone }, _, context) => namedJurisdiction(zone, context),
    reasons: ({ reasons, ground }) => reasons.map((reason) => ({ ...reason, ground })),
    findings: ({ findings, ground }, { applies }) =>
      findings
        .filter((finding) => applies == null || finding.applies === applies)
        .map((finding) => ({ ...finding, ground })),
    missingFacts: (of) => of.missingFacts.map((missing) => ({ ...missing, of })),
    minimalQuestions: (of) => minimalQuestions(of),
    explanation: (assessment, { locale }) =>
      explainAssessment(assessment, namesOfGround(assessment.ground), locale),
  },
  Reason: {
    catalog: ({ catalog }, _, context) => (catalog === null ? null : namedCatalog(catalog, context)),
    message: (reason, { locale }) => explainReason(reason, namesOfGround(reason.ground), locale),
  },
  Finding: {
    entry: ({ entry, catalog, position, ground }) => ({
      ...entry,
      catalog,
      position,
      content: contentIn(ground, catalog),
    }),
    version: ({ catalog, version }) => ({ catalog, number: version }),
    exceptions: ({ exceptions, entry, catalog, ground }) =>
      exceptions.map(({ key, holds, confirmed }) => ({
        exception: { ...theOne(entry.exceptions, key), catalog, content: contentIn(ground, catalog) },
        holds,
        confirmed,
      })),
    requirements: ({ requirements, entry, catalog, ground }) =>
      requirements.map(({ key, met }) => ({
        requirement: { ...theOne(entry.requirements, key), catalog, content: contentIn(ground, catalog) },
        met,
      })),
    because: ({ because, ground }) => because.map((reading) => ({ ...reading, ground })),
    explanation: (finding, { locale }) => explainFinding(finding, namesOfGround(finding.ground), locale),
  },
  FactReading: {
    fact: ({ key, ground }) => {
      const fact = namesOfGround(ground).fact(key);
      if (!fact) throw new Error(`nothing in force on ${ground.on} defines the fact ${key}`);
      return fact;
    },
  },
  MissingFact: {
    question: ({ fact }, { locale }) => inLocale(fact.question, locale),
    neededBy: ({ neededBy, of }) => neededBy.map((ref) => entryIn(of.ground, ref)),
  },
  Query: {
    assess: async (_, { project, on }, { deps, actor, work, record }) =>
      resultsOf(await inTurn(work, () => assessProjects(deps, actor, [project], on, work)), record)[0]!,
    assessMany: async (_, { projects, on }, { deps, actor, work, record }) =>
      resultsOf(await inTurn(work, () => assessProjects(deps, actor, projects, on, work)), record),
  },
};

const minimalQuestions = (of: AssessmentModel) =>
  of.minimalQuestions.map((key) => {
    const missing = of.missingFacts.find(({ fact }) => fact.key === key);
    if (!missing) throw new Error(`the question ${key} is about no missing fact`);
    return { ...missing, of };
  });

import {
  explainAssessment,
  explainFinding,
  explainNotice,
  explainReason,
} from '../../services/domain/explanation/explain.ts';
import { inLocale } from '../../services/domain/values/text.ts';
import { assessProjects } from '../../services/operations/decisions/assess.ts';
import { namedCatalog } from '../catalogs/find-catalog.ts';
import { namesOfBasis } from '../entries/names-of.ts';
import type { Resolvers } from '../generated/types.ts';
import type { AssessmentModel } from '../models.ts';
import { namedJurisdiction } from '../register/find-jurisdiction.ts';
import { contentIn, entryIn } from './entry-in.ts';
import { inTurn } from './in-turn.ts';
import { resultsOf } from './results-of.ts';
import { theOne } from './the-one.ts';

export const assessmentResolvers: Resolvers = {
  Assessment: {
    zone: ({ zone }, _, context) => namedJurisdiction(zone, context),
    reasons: ({ reasons, basis }) => reasons.map((reason) => ({ ...reason, basis })),
    findings: ({ findings, basis }, { applies }) =>
      findings
        .filter((finding) => applies == null || finding.applies === applies)
        .map((finding) => ({ ...finding, basis })),
    missingFacts: (of) => of.missingFacts.map((missing) => ({ ...missing, of })),
    minimalQuestions: (of) => minimalQuestions(of),
    explanation: (assessment, { locale }) =>
      explainAssessment(assessment, namesOfBasis(assessment.basis), locale),
  },
  Reason: {
    catalog: ({ catalog }, _, context) => (catalog === null ? null : namedCatalog(catalog, context)),
    message: (reason, { locale }) => explainReason(reason, namesOfBasis(reason.basis), locale),
  },
  Notice: {
    field: ({ path }) => path.join('.'),
    message: (notice, { locale }) => explainNotice(notice, locale),
  },
  Finding: {
    entry: ({ entry, catalog, position, basis }) => ({
      ...entry,
      catalog,
      position,
      content: contentIn(basis, catalog),
    }),
    version: ({ catalog, version }) => ({ catalog, number: version }),
    exceptions: ({ exceptions, entry, catalog, basis }) =>
      exceptions.map(({ key, holds, confirmed }) => ({
        exception: { ...theOne(entry.exceptions, key), catalog, content: contentIn(basis, catalog) },
        holds,
        confirmed,
      })),
    requirements: ({ requirements, entry, catalog, basis }) =>
      requirements.map(({ key, met }) => ({
        requirement: { ...theOne(entry.requirements, key), catalog, content: contentIn(basis, catalog) },
        met,
      })),
    because: ({ because, basis }) => because.map((reading) => ({ ...reading, basis })),
    explanation: (finding, { locale }) => explainFinding(finding, namesOfBasis(finding.basis), locale),
  },
  FactReading: {
    fact: ({ key, basis }) => {
      const fact = namesOfBasis(basis).fact(key);
      if (!fact) throw new Error(`nothing in force on ${basis.on} defines the fact ${key}`);
      return fact;
    },
  },
  MissingFact: {
    question: ({ fact }, { locale }) => inLocale(fact.question, locale),
    neededBy: ({ neededBy, of }) => neededBy.map((ref) => entryIn(of.basis, ref)),
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

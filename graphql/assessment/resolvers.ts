import type { EntryRef } from '../../services/domain/assessment/assessment.ts';
import type { AssessmentBasis } from '../../services/domain/assessment/assessment-basis.ts';
import type { ProjectInput } from '../../services/domain/assessment/project.ts';
import type { CatalogContent } from '../../services/domain/catalog/catalog.ts';
import {
  explainAssessment,
  explainNotice,
  explainReason,
} from '../../services/domain/explanation/explain.ts';
import { explainFinding } from '../../services/domain/explanation/explain-finding.ts';
import { questionFor } from '../../services/domain/explanation/question-for.ts';
import { assessProjects, type ProjectAnswer } from '../../services/operations/decisions/assess.ts';
import type { Context } from '../context.ts';
import { entryModel } from '../entries/entries-of.ts';
import { namesOfBasis } from '../entries/names-of.ts';
import { namedCatalog, namedJurisdiction } from '../find.ts';
import type { Resolvers } from '../generated/types.ts';
import type { AssessmentModel, EntryModel, ResultModel } from '../models.ts';
import { resultsOf } from './results.ts';
import { serialize } from './serialize.ts';

export const assessmentResolvers: Resolvers = {
  Assessment: {
    zone: ({ zone }, _, context) => namedJurisdiction(zone, context),
    reasons: ({ reasons, basis }) => reasons.map((reason) => ({ ...reason, basis })),
    findings: ({ findings, basis }, { applies, decisive }) =>
      findings
        .filter((finding) => applies == null || finding.applies === applies)
        .filter((finding) => decisive == null || finding.decisive === decisive)
        .map((finding) => ({ ...finding, basis })),
    missingFacts: (of) => of.missingFacts.map((missing) => ({ ...missing, of })),
    minimalQuestions: (of) => minimalQuestions(of),
    explanation: (assessment, { locale, detail }) =>
      explainAssessment(assessment, namesOfBasis(assessment.basis), locale, detail),
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
    entry: ({ entry, catalog, position, basis }) =>
      entryModel(catalog, contentIn(basis, catalog), entry, position - 1),
    version: ({ catalog, version }) => ({ catalog, number: version }),
    exceptions: ({ exceptions, entry, catalog, basis }) =>
      exceptions.map(({ key, holds, confirmed }) => ({
        exception: { ...requireByKey(entry.exceptions, key), catalog, content: contentIn(basis, catalog) },
        holds,
        confirmed,
      })),
    requirements: ({ requirements, entry, catalog, basis }) =>
      requirements.map(({ key, met }) => ({
        requirement: {
          ...requireByKey(entry.requirements, key),
          catalog,
          content: contentIn(basis, catalog),
        },
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
  MissingRow: {
    field: ({ path }) => path.join('.'),
    terms: ({ terms }) => terms ?? [],
    specifications: ({ specifications }) => specifications ?? [],
  },
  MissingFact: {
    question: (missing, { locale }) => questionFor(missing, locale),
    neededBy: ({ neededBy, of }) => neededBy.map((ref) => entryIn(of.basis, ref)),
  },
  Query: {
    assess: async (_, { project, on }, context) => (await assessed([project], on, context))[0]!,
    assessMany: (_, { projects, on }, context) => assessed(projects, on, context),
  },
};

async function assessed(
  projects: readonly ProjectInput[],
  on: string | null | undefined,
  { deps, actor, work, record, misshapen }: Context,
): Promise<readonly ResultModel[]> {
  const answers = await serialize(work, async () => {
    const readable = projects.filter(({ zone }) => !misshapen.has(zone));
    const answers = (await assessProjects(deps, actor, readable, on, work)).values();
    return projects.map(({ zone, ref = null }): ProjectAnswer => {
      const set = misshapen.get(zone);
      return set ? { ref, refusals: set.faults([]) } : answers.next().value!;
    });
  });
  return resultsOf(answers, record);
}

/** The item of a key that a finding names. */
function requireByKey<T extends { readonly key: string }>(items: readonly T[], key: string): T {
  const item = items.find((one) => one.key === key);
  if (!item) throw new Error(`the entry has no ${key}`);
  return item;
}

const minimalQuestions = (of: AssessmentModel) =>
  of.minimalQuestions.map((key) => {
    const missing = of.missingFacts.find(({ fact }) => fact.key === key);
    if (!missing) throw new Error(`the question ${key} is about no missing fact`);
    return { ...missing, of };
  });

/** An entry that an assessment names, in the content that was in force. */
function entryIn(basis: AssessmentBasis, { catalog, entry: code }: EntryRef): EntryModel {
  const content = contentIn(basis, catalog);
  const entry = content.entries.find((one) => one.code === code);
  if (!entry) throw new Error(`catalog ${catalog} has no entry ${code} in force on ${basis.on}`);
  return entryModel(catalog, content, entry);
}

/** What the version of a catalog says that was in force. */
function contentIn(basis: AssessmentBasis, catalog: string): CatalogContent {
  const content = basis.catalogs.find(({ identity }) => identity.key === catalog)?.inForce?.content;
  if (!content) throw new Error(`catalog ${catalog} has no version in force on ${basis.on}`);
  return content;
}

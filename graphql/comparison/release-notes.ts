import { type ReleaseNotes, releaseNotesOf } from '../../services/domain/comparison/release-notes.ts';
import { versionBefore } from '../../services/domain/comparison/version-before.ts';
import type { Context } from '../context.ts';
import { namedCatalog } from '../find.ts';
import type { ComparedPair, ReleaseNotesModel, VersionModel } from '../models.ts';
import { comparedContents } from './compared-contents.ts';
import { comparedVersion } from './find-compared.ts';

/** The release notes of a version: drawn from its comparison with the version that it took the place of. */
export async function releaseNotesOfVersion(
  { catalog, number }: VersionModel,
  context: Context,
): Promise<ReleaseNotesModel> {
  const version = await context.reads.version(catalog, number);
  const before = versionBefore(await context.reads.versions(catalog, number), version);
  const to = await comparedVersion(catalog, number, context);
  const from = before && (await comparedVersion(catalog, before.number, context));
  return notesOf(await comparedContents(from, to, context), context);
}

/** The release notes of a comparison: when, where and for whom its second side counts. */
export async function notesOf(model: ComparedPair, context: Context): Promise<ReleaseNotesModel> {
  const { comparison, to } = model;
  const { jurisdiction } = await namedCatalog(to.catalog, context);
  const notes: ReleaseNotes = releaseNotesOf(comparison, {
    register: await context.reads.register(),
    classification: context.deps.reference.classification,
    jurisdiction,
    period: to.version && (await periodOf(to.version, context)),
    today: context.today,
  });
  return { ...model, notes };
}

async function periodOf({ catalog, number }: VersionModel, context: Context) {
  const { effectiveFrom, effectiveTo } = await context.reads.version(catalog, number);
  return { effectiveFrom, effectiveTo: effectiveTo ?? null };
}

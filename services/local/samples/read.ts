import { readdirSync, readFileSync } from 'node:fs';
import { parse } from 'yaml';
import type * as z from 'zod';
import {
  projectsFile,
  type RegisterFile,
  registerFile,
  type SampleProject,
  type VersionFile,
  versionFile,
} from './forms.ts';

export interface Samples {
  readonly register: RegisterFile;
  /** The versions of each catalog in their order. */
  readonly versions: readonly VersionFile[];
}

/**
 * The sample register and catalogs, from the YAML files beside this one.
 *
 * @throws an error that names the file and the field that is wrong
 */
export function readSamples(): Samples {
  return {
    register: readSample('register.yaml', registerFile),
    versions: readdirSync(HERE)
      .filter((name) => /@\d+\.yaml$/.test(name))
      .sort((a, b) => a.localeCompare(b, 'en', { numeric: true }))
      .map((name) => readSample(name, versionFile)),
  };
}

/** The sample projects with what a practitioner expects of each. */
export const readSampleProjects = (): readonly SampleProject[] =>
  readSample('projects.yaml', projectsFile).projects;

const HERE = new URL('.', import.meta.url);

/** The projects share facts by merged aliases; the files are ours, so their number is no attack. */
const OWN_FILES = { merge: true, maxAliasCount: -1 };

function readSample<Form extends z.ZodType>(name: string, form: Form): z.infer<Form> {
  const read = form.safeParse(parse(readFileSync(new URL(name, HERE), 'utf8'), OWN_FILES));
  if (read.success) return read.data;
  const faults = read.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
  throw new Error(`Sample file ${name} is not well formed: ${faults.join('; ')}`);
}

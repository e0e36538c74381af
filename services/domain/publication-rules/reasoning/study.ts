import type { Publication } from '../rule.ts';
import type { Found } from './ask.ts';
import { situationWhere } from './ask.ts';
import { conditionsToMeet, effectsOf } from './effects.ts';
import type { Law, LawEntry } from './law.ts';
import { lawOf } from './law.ts';

/** What several rules ask of the entries of a version, each found out once. */
export interface Study {
  readonly law: Law;
  /** A project that the entry catches while all its open discretion is denied. */
  caught(entry: LawEntry): Found;
  /** One that it catches and that meets all its requirements. */
  meeting(entry: LawEntry): Found;
  /** One that it catches as a prohibition, or that fails one of its requirements. */
  breaking(entry: LawEntry): Found;
  /** Facts that meet all its requirements, wherever they are. */
  requirementsMet(entry: LawEntry): Found;
}

const STUDIES = new WeakMap<Publication, Study>();

export function studyOf(publication: Publication): Study {
  let study = STUDIES.get(publication);
  if (!study) {
    study = begin(lawOf(publication));
    STUDIES.set(publication, study);
  }
  return study;
}

function begin(law: Law): Study {
  const met = (entry: LawEntry) => [effectsOf(entry, law).strict.applies, ...conditionsToMeet(entry)];
  const meeting = once((entry) => situationWhere(met(entry), law));
  return {
    law,
    meeting,
    breaking: once((entry) => situationWhere([effectsOf(entry, law).strict.broken], law)),
    caught: once((entry) => {
      if (conditionsToMeet(entry).length === 0) return meeting(entry);
      return meeting(entry) ?? situationWhere([effectsOf(entry, law).strict.applies], law);
    }),
    requirementsMet: once((entry) => meeting(entry) ?? situationWhere(conditionsToMeet(entry), law)),
  };
}

function once<Answer>(find: (entry: LawEntry) => Answer): (entry: LawEntry) => Answer {
  const known = new Map<LawEntry, Answer>();
  return (entry) => {
    if (!known.has(entry)) known.set(entry, find(entry));
    return known.get(entry)!;
  };
}

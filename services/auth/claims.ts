import type { JWTPayload } from 'jose';
import * as z from 'zod';
import type { Actor } from '../domain/access/access.ts';
import { grantsOf } from './grants.ts';

/**
 * What an issuer puts into `sub`: names, which people read and somebody may have chosen, or ids that it made up and
 * that differ wherever a character does.
 */
export const SUBJECT_KINDS = ['names', 'ids'] as const;
export type SubjectKind = (typeof SUBJECT_KINDS)[number];

/** The actor that verified claims speak of; `null` where they name nobody. */
export function actorOf(
  claims: JWTPayload,
  rolesClaim: string,
  subjects: SubjectKind = 'names',
): Actor | null {
  const subject = (subjects === 'names' ? NameAsSubject : Subject).safeParse(claims.sub);
  if (!subject.success) return null;
  const name = Name.safeParse(claims.name);
  return {
    subject: subject.data,
    name: name.success ? name.data : null,
    roles: grantsOf(Object.hasOwn(claims, rolesClaim) ? claims[rolesClaim] : undefined),
  };
}

/** Fillers and variation selectors show nothing, though Unicode counts them as letters and marks. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/u;
/** Spaces that look like the plain one, the blank pattern of Braille, and two that a page shows as one. */
const LIKE_A_SPACE = /(?! )\p{Zs}|\u2800| {2}/u;

/**
 * Four eyes compare subjects (DESIGN 3.3), so nobody may have two of them that
 * look the same: no space at either end, nothing invisible, one Unicode form.
 * 255 characters are what OpenID Connect allows.
 */
const Subject = z
  .string()
  .min(1)
  .max(255)
  .refine(
    (subject) =>
      subject === subject.trim().normalize('NFC') && !UNSEEN.test(subject) && !LIKE_A_SPACE.test(subject),
  );

/**
 * A name is one person however it is written: `Wang`, `WANG` and `ｗａｎｇ` are `wang`, here and in all that is kept. One
 * with letters of other scripts is none: a Cyrillic а in it would make somebody else of the same name, and so would a
 * radical that stands for no character (⺠ beside 民). What is left of look-alikes within ASCII (`1` and `l`) is for
 * whoever gives out the names.
 */
const NameAsSubject = Subject.transform((name) => name.normalize('NFKC').toLowerCase()).refine((name) =>
  /^[\x20-\x7e·ß-öø-ÿ\p{Unified_Ideograph}〇]+$/u.test(name),
);

/** Shown beside revisions, trusted for nothing; one that cannot be shown is left out. */
const Name = z
  .string()
  .min(1)
  .max(255)
  .refine((name) => !UNSEEN.test(name));

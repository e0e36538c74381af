import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { MESSAGE_CODES, template } from '../services/domain/messages/messages.ts';

// In a bundle, which brings no other files, `infra/bundle.ts` puts the texts in place of this module.

/** The SDL of all features, and the enum of error codes, which the table of messages makes. In a bundle without descriptions. */
export const typeDefs: string = readTypeDefs();

/** The same with its descriptions, wherever it is run. */
export const describedTypeDefs = (): string => typeDefs;

function readTypeDefs(): string {
  const here = new URL('./', import.meta.url);
  const texts = readdirSync(here)
    .sort()
    .map((feature) => new URL(`${feature}/schema.graphql`, here))
    .filter((file) => existsSync(file))
    .map((file) => readFileSync(file, 'utf8'));
  return [...texts, userErrorCodes()].join('\n');
}

function userErrorCodes(): string {
  const values = MESSAGE_CODES.map((code) => {
    const description = `${template(code, 'en')} ${template(code, 'zh')}`;
    return `${JSON.stringify(description)}\n  ${code}`;
  });
  return [
    '"Code of an error in words for people (错误代码). Each is described by its sentence; `{name}` stands for a value."',
    `enum UserErrorCode {\n  ${values.join('\n  ')}\n}\n`,
  ].join('\n');
}

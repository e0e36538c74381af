/** One request to the API, wherever that is; `errors` of single fields are the caller's to read. */
export type Request = <Data>(query: string, variables: object) => Promise<Data>;

/** An API that refuses what is asked, or does not answer for long. */
export class Refused extends Error {
  readonly zh: string;
  readonly en: string;
  /** Of what is wrong, where the API says it. */
  readonly code: string | undefined;

  constructor(zh: string, en: string, code?: string) {
    super(`${en} ${zh}`);
    this.name = 'Refused';
    this.zh = zh;
    this.en = en;
    this.code = code;
  }
}

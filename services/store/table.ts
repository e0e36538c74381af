/**
 * The one table. CDK and the local server both create it from `TABLE`, so they cannot differ.
 *
 * Entity chart
 *
 * | entity   | PK               | SK              | other attributes                                              |
 * |----------|------------------|-----------------|---------------------------------------------------------------|
 * | revision | CHAIN#<chain id> | REV#<12 digits> | id actor time action reason previousHash hash change state     |
 * | blob     | BLOB#<sha-256>   | BLOB            | bytes (gzip), or parts: hashes of the blobs it is cut into     |
 * | decision | DECISION#<id>    | META            | payloadHash, body: hash of a blob, outcome, applicant, zoneKey codeKey creditKey timeKey |
 * | batch    | BATCH#<id>       | META            | label jurisdiction on … payloadHash, pin: hash of a blob, zoneKey timeKey |
 * | chunk    | BATCH#<id>       | CHUNK#<6 digits>| body results: hashes of blobs, rows outcomes situations …  |
 * | closing  | BATCH#<id>       | CLOSED          | chunks rows closedAt closedBy                                 |
 * | format   | STORE            | FORMAT          | format: version of the form of all the rest                    |
 *
 * Chain ids: `register`, `catalog_<key>` for each catalog, `decisions_<zone id>` for each zone, `seals`. `change` and `state` are hashes of blobs: of what a
 * revision changed, and of the state after it. Decisions carry index keys: zoneKey = ZONE#<zone id>,
 * codeKey = CODE#<project code>, creditKey = CREDIT#<unified social credit code>, timeKey = <decided at, UTC>#<decision id>;
 * and so do batches, under the place that they were made for: zoneKey = BATCHES#<jurisdiction id>,
 * timeKey = <created at, UTC>#<batch id>.
 *
 * Access-pattern chart
 *
 * | what is asked                         | how                                                        |
 * |---------------------------------------|------------------------------------------------------------|
 * | format, at every start                | GetItem STORE, strongly; PutItem before the first revision |
 * | newest revision of a chain            | Query PK = CHAIN#…, descending, limit 1                    |
 * | history of a chain, its verification  | Query PK = CHAIN#…, SK between two revisions               |
 * | append a revision                     | PutItem if that sequence number is free                    |
 * | blobs                                 | BatchGetItem BLOB#…; strongly for what was not found       |
 * | write a blob                          | PutItem if absent                                          |
 * | record a decision                     | PutItem if absent                                          |
 * | a decision                            | GetItem DECISION#…, strongly                               |
 * | what is not linked yet in a zone       | Query byZone, ascending; BatchGetItem of items             |
 * | link of a decision, seal of a link    | GetItem, halving a chain by time                           |
 * | decisions of a zone in a span of time | Query byZone, descending; BatchGetItem of items and bodies |
 * | decisions on a project code           | Query byProjectCode, the same way                          |
 * | decisions on an applicant              | Query byCreditCode, the same way                           |
 * | those with an outcome, or a name in it | the same; the others are passed over before bodies are read |
 * | decision that supersedes another      | GetItem DECISION#…: its id follows from that of the other   |
 * | make a batch, add a chunk, close it   | PutItem if absent                                          |
 * | a batch; a chunk; whether it is closed | GetItem BATCH#…, strongly                                  |
 * | progress and counts of a batch        | Query PK = BATCH#…, CHUNK#… to CLOSED, strongly            |
 * | batches of a jurisdiction             | Query byZone, descending; BatchGetItem of items            |
 *
 * No Scan, no filter, no transaction, no update, no delete.
 */
export const TABLE = {
  partitionKey: 'PK',
  sortKey: 'SK',
  /** Keys only: an index row tells where an item is, never what it says. */
  indexes: [
    { name: 'byZone', partitionKey: 'zoneKey', sortKey: 'timeKey' },
    { name: 'byProjectCode', partitionKey: 'codeKey', sortKey: 'timeKey' },
    { name: 'byCreditCode', partitionKey: 'creditKey', sortKey: 'timeKey' },
  ],
} as const satisfies TableDefinition;

/** All keys are strings. */
export interface TableDefinition {
  readonly partitionKey: string;
  readonly sortKey: string;
  readonly indexes: readonly IndexDefinition[];
}
export interface IndexDefinition {
  readonly name: string;
  readonly partitionKey: string;
  readonly sortKey: string;
}
export type IndexName = (typeof TABLE.indexes)[number]['name'];

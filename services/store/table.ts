/**
 * The one table. CDK and the local server both create it from `TABLE`, so they cannot differ.
 *
 * Entity chart
 *
 * | entity        | PK                 | SK             | other attributes                                        |
 * |---------------|--------------------|----------------|---------------------------------------------------------|
 * | revision      | CHAIN#<chain id>   | REV#<12 digits>| id actor time action reason previousHash hash change state |
 * | blob          | BLOB#<sha-256>     | BLOB           | bytes parts                                             |
 * | blob part     | BLOB#<sha-256>     | PART#<4 digits>| bytes                                                   |
 * | decision      | DECISION#<id>      | META           | payloadHash body + the index keys below                 |
 *
 * Chain ids: `register`, and `catalog_<key>` for each catalog. Decisions alone carry index keys:
 * zoneKey = ZONE#<zone id>, codeKey = CODE#<project code>, timeKey = <decided at, UTC>#<decision id>.
 *
 * Access-pattern chart
 *
 * | what is asked                          | how                                                       |
 * |----------------------------------------|-----------------------------------------------------------|
 * | newest revision of a chain             | Query PK = CHAIN#…, descending, limit 1                   |
 * | history of a chain                     | Query PK = CHAIN#…, from a sequence number                |
 * | append a revision                      | PutItem if the sequence number is free                    |
 * | a blob, many blobs                     | GetItem / BatchGetItem BLOB#…                             |
 * | write a blob                           | PutItem if absent                                         |
 * | record a decision                      | PutItem if absent                                         |
 * | a decision                             | GetItem DECISION#…                                        |
 * | decisions of a zone in a span of time  | Query byZone, descending; then BatchGetItem of the items  |
 * | decisions on a project code            | Query byProjectCode, descending; then BatchGetItem        |
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

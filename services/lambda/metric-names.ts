/** Where the figures of the service are in CloudWatch; alarms and dashboards name them by this table. */
export const METRIC_NAMESPACE = 'park-admission';

/**
 * The figures that every request gives, by what they count. Their only dimension is `service`, which tells the stages
 * apart: each further one would be a figure, and a price, of its own for each of its values.
 */
export const METRICS = {
  requests: 'Requests',
  /** 1 where a bug or an outage struck the request, or its status is 5xx. */
  faults: 'Faults',
  /** 1 where the request itself was at fault: a status of 4xx. */
  badRequests: 'BadRequests',
  /** Milliseconds. */
  duration: 'Duration',
  coldStarts: 'ColdStarts',
  storeRequests: 'StoreRequests',
  storeThrottles: 'StoreThrottles',
  storeReadUnits: 'StoreReadUnits',
  storeWriteUnits: 'StoreWriteUnits',
  /** Projects assessed, by outcome. */
  ADMITTED: 'OutcomeAdmitted',
  CONDITIONAL: 'OutcomeConditional',
  REVIEW: 'OutcomeReview',
  REFUSED: 'OutcomeRefused',
  NEEDS_INFORMATION: 'OutcomeNeedsInformation',
} as const;

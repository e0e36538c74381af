import type { Usage } from './metered.ts';

/**
 * List prices in US dollars, region us-east-1, as published on 2026-11-23, without free tiers: an assumption, to be
 * replaced by those of your region and contract.
 */
export const PRICES = {
  perMillionReadUnits: 0.125,
  perMillionWriteUnits: 0.625,
  perGbMonthStored: 0.25,
  /** Point-in-time recovery, for every GB of the table. */
  perGbMonthRecovery: 0.2,
  perMillionInvocations: 0.2,
  /** Lambda on arm64. */
  perGbSecond: 0.0000133334,
  perMillionGatewayRequests: 3.5,
  perMillionFirewallRequests: 0.6,
  perGbLogged: 0.5,
  perGbSent: 0.09,
  /** Of Step Functions, standard. */
  perMillionTransitions: 25,
  perMillionObjectsPut: 5,
  perMillionObjectsRead: 0.4,
  perGbMonthInBucket: 0.023,
} as const;

/** As infra/api-function.ts has it. */
export const MEMORY_GB = 1769 / 1024;

/** What one round trip from a function to DynamoDB takes, in its own region. An assumption: nothing local can tell. */
export const ROUND_TRIP_MS = 5;

/** A line of the access log, with all fields that infra/rest-api.ts names. */
const ACCESS_LOG_BYTES = 450;

export interface Measured extends Usage {
  readonly processorMs: number;
  readonly sentBytes: number;
  /** Of the function's own log. */
  readonly loggedBytes: number;
}

/** Dollars for a million requests like this one, by what they go to. */
export function perMillion({
  readUnits,
  writeUnits,
  rounds,
  processorMs,
  sentBytes,
  loggedBytes,
}: Measured): Cost {
  const seconds = (processorMs + rounds * ROUND_TRIP_MS) / 1000;
  const parts = {
    gateway: PRICES.perMillionGatewayRequests,
    firewall: PRICES.perMillionFirewallRequests,
    function: PRICES.perMillionInvocations + 1e6 * seconds * MEMORY_GB * PRICES.perGbSecond,
    table: readUnits * PRICES.perMillionReadUnits + writeUnits * PRICES.perMillionWriteUnits,
    logs: ((1e6 * (loggedBytes + ACCESS_LOG_BYTES)) / 1e9) * PRICES.perGbLogged,
    sent: ((1e6 * sentBytes) / 1e9) * PRICES.perGbSent,
  };
  return { ...parts, total: Object.values(parts).reduce((sum, part) => sum + part, 0) };
}
export type Cost = Readonly<
  Record<'gateway' | 'firewall' | 'function' | 'table' | 'logs' | 'sent' | 'total', number>
>;

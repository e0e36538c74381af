/**
 * What stands on every answer, whoever gives it: function, gateway, firewall, local server. Nobody keeps a copy, no
 * browser takes it for anything but what it says it is, and none asks over an open line again (RFC 6797).
 */
export const RESPONSE_HEADERS: Readonly<Record<string, string>> = {
  'cache-control': 'no-store',
  'x-content-type-options': 'nosniff',
  'strict-transport-security': 'max-age=63072000; includeSubDomains',
};

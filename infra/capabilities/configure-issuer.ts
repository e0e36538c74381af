import type { Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import type { OfficersPool } from '../officers-pool.ts';
import type { IssuerIdentity } from '../stages.ts';

/**
 * Configures the issuer whose tokens a function accepts. No permission comes with it: the issuer's keys are public, and
 * a token is checked without asking anybody.
 */
export function configureIssuer(
  lambda: LambdaFunction,
  { issuer, audience, jwksUrl, rolesClaim, subjects = 'names' }: IssuerIdentity,
): void {
  lambda.addEnvironment('ISSUER', issuer);
  lambda.addEnvironment('AUDIENCE', audience);
  lambda.addEnvironment('JWKS_URL', jwksUrl);
  lambda.addEnvironment('ROLES_CLAIM', rolesClaim);
  lambda.addEnvironment('SUBJECTS', subjects);
}

/** A user pool as an issuer. Its ID tokens are the ones to send: access tokens of a pool name no audience. */
export const issuerOf = ({ pool, client }: OfficersPool): IssuerIdentity => ({
  kind: 'ISSUER',
  issuer: pool.userPoolProviderUrl,
  audience: client.userPoolClientId,
  jwksUrl: `${pool.userPoolProviderUrl}/.well-known/jwks.json`,
  rolesClaim: 'cognito:groups',
  subjects: 'ids',
});

import { Aws, CfnOutput, Duration, RemovalPolicy } from 'aws-cdk-lib';
import {
  AccountRecovery,
  FeaturePlan,
  Mfa,
  OAuthScope,
  StandardThreatProtectionMode,
  UserPool,
  type UserPoolClient,
} from 'aws-cdk-lib/aws-cognito';
import { Construct } from 'constructs';
import type { Stage, UserPoolIdentity } from './stages.ts';

/**
 * The people who work with the service, where the operator has no issuer of his own: invited, never self-registered,
 * with a second factor. A group named `<role>:<jurisdiction id>` gives that role.
 */
export class OfficersPool extends Construct {
  readonly pool: UserPool;
  readonly client: UserPoolClient;
  /** Where the page for signing in is. */
  readonly signInUrl: string;

  constructor(scope: Construct, id: string, stage: Stage, identity: UserPoolIdentity) {
    super(scope, id);
    this.pool = new UserPool(this, 'Pool', {
      userPoolName: `park-admission-${stage.name}`,
      selfSignUpEnabled: false,
      // Signing in by a name that the administrator gives: an officer's name in the records stays his own.
      signInAliases: { username: true, email: true },
      standardAttributes: {
        fullname: { required: true, mutable: true },
        email: { required: true, mutable: true },
      },
      mfa: Mfa.REQUIRED,
      mfaSecondFactor: { otp: true, sms: false },
      passwordPolicy: {
        minLength: 12,
        requireLowercase: true,
        requireUppercase: true,
        requireDigits: true,
        requireSymbols: true,
        tempPasswordValidity: Duration.days(3),
      },
      accountRecovery: AccountRecovery.EMAIL_ONLY,
      userInvitation: {
        emailSubject: '园区项目准入：您的账号 Your account for park admission',
        emailBody:
          '您的登录名是 {username}，临时密码是 {####}，三日内有效。Your name is {username}, your temporary password {####}; it is good for three days.',
      },
      userVerification: {
        emailSubject: '园区项目准入：验证码 Your code for park admission',
        emailBody: '您的验证码是 {####}。Your code is {####}.',
      },
      featurePlan: FeaturePlan.PLUS,
      standardThreatProtectionMode: StandardThreatProtectionMode.FULL_FUNCTION,
      deletionProtection: true,
      removalPolicy: RemovalPolicy.RETAIN,
    });
    this.client = this.pool.addClient('Client', {
      userPoolClientName: `park-admission-${stage.name}`,
      // A page in a browser keeps no secret; PKCE takes its place.
      generateSecret: false,
      // By the sign-in page alone: said of none, Cognito would also let anybody try passwords at its API (SRP).
      authFlows: { userSrp: false },
      preventUserExistenceErrors: true,
      enableTokenRevocation: true,
      idTokenValidity: Duration.minutes(60),
      accessTokenValidity: Duration.minutes(60),
      refreshTokenValidity: Duration.hours(12),
      oAuth: {
        flows: { authorizationCodeGrant: true },
        scopes: [OAuthScope.OPENID, OAuthScope.PROFILE],
        callbackUrls: [...identity.callbackUrls],
      },
    });
    const domain = this.pool.addDomain('SignIn', {
      cognitoDomain: { domainPrefix: `park-admission-${stage.name}-${Aws.ACCOUNT_ID}` },
    });
    new CfnOutput(this, 'UserPoolId', { value: this.pool.userPoolId });
    new CfnOutput(this, 'ClientId', { value: this.client.userPoolClientId });
    this.signInUrl = domain.baseUrl();
    new CfnOutput(this, 'SignInUrl', { value: this.signInUrl });
  }
}

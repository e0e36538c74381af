import { Validations } from 'aws-cdk-lib';
import type { Alarm } from 'aws-cdk-lib/aws-cloudwatch';
import { LambdaApplication, LambdaDeploymentConfig, LambdaDeploymentGroup } from 'aws-cdk-lib/aws-codedeploy';
import { Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Construct } from 'constructs';
import type { ApiFunction } from './api-function.ts';
import { isInChina, type Stage } from './stages.ts';

/**
 * Lets a new version in step by step: one request in ten for a quarter of an hour, then all, and back to the version
 * before as soon as one of these alarms is raised.
 */
export class Canary extends Construct {
  constructor(
    scope: Construct,
    id: string,
    stage: Stage,
    functions: Readonly<Record<string, ApiFunction>>,
    alarms: readonly Alarm[],
  ) {
    super(scope, id);
    const application = new LambdaApplication(this, 'Application', {
      applicationName: `park-admission-${stage.name}`,
    });
    const role = this.roleThatShiftsTraffic(stage);
    for (const [callers, { live }] of Object.entries(functions))
      new LambdaDeploymentGroup(this, callers, {
        application,
        alias: live,
        deploymentConfig: LambdaDeploymentConfig.CANARY_10PERCENT_15MINUTES,
        alarms: [...alarms],
        role,
      });
  }

  private roleThatShiftsTraffic({ region }: Stage): Role {
    const role = new Role(this, 'Role', {
      description: 'CodeDeploy moves callers from one version of the API to the next',
      // In China the service has a name in each region.
      assumedBy: isInChina(region)
        ? ServicePrincipal.fromStaticServicePrincipleName(`codedeploy.${region}.amazonaws.com.cn`)
        : new ServicePrincipal('codedeploy.amazonaws.com'),
    });
    Validations.of(role).acknowledge({
      id: 'AwsSolutions-IAM4[Policy::arn:<AWS::Partition>:iam::aws:policy/service-role/AWSCodeDeployRoleForLambdaLimited]',
      reason:
        'The narrowest policy that AWS keeps for CodeDeploy with functions, and the construct of the library attaches it to whatever role it gets: it moves aliases and reads alarms. Only the service can assume the role.',
    });
    return role;
  }
}

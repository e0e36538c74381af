import { Period, type RestApi } from 'aws-cdk-lib/aws-apigateway';
import { Construct } from 'constructs';
import type { Stage } from './stages.ts';

/**
 * A key and a usage plan for every portal. A key says who is counted; who somebody is, and what he may, only a token
 * can say.
 */
export class PortalKeys extends Construct {
  constructor(scope: Construct, id: string, stage: Stage, api: RestApi) {
    super(scope, id);
    for (const { name, perSecond, burst, perDay } of stage.portals) {
      const plan = api.addUsagePlan(`Plan-${name}`, {
        name: `park-admission-${stage.name}-${name}`,
        throttle: { rateLimit: perSecond, burstLimit: burst },
        quota: { limit: perDay, period: Period.DAY },
        apiStages: [{ stage: api.deploymentStage }],
      });
      plan.addApiKey(api.addApiKey(`Key-${name}`, { apiKeyName: `park-admission-${stage.name}-${name}` }));
    }
  }
}

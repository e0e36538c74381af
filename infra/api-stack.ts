import { CfnOutput, Stack, type StackProps } from 'aws-cdk-lib';
import { type ITable, Table } from 'aws-cdk-lib/aws-dynamodb';
import type { Construct } from 'constructs';
import { AlarmReceiver } from './alarm-receiver.ts';
import { Alarms } from './alarms.ts';
import { ApiFunction } from './api-function.ts';
import type { Bundle } from './bundle.ts';
import { configureIssuer, issuerOf } from './capabilities/configure-issuer.ts';
import { useTable } from './capabilities/use-table.ts';
import { ServiceDashboard } from './dashboard.ts';
import type { DataStack } from './data-stack.ts';
import { PortalKeys } from './portal-keys.ts';
import { GraphqlGateway } from './rest-api.ts';
import type { Stage } from './stages.ts';
import { WebFirewall } from './web-firewall.ts';

/** What answers: nothing in it is missed when it is taken down and deployed again. */
export class ApiStack extends Stack {
  constructor(scope: Construct, id: string, stage: Stage, parts: ApiParts, props: StackProps) {
    super(scope, id, props);
    const { data, officers } = parts.data;
    const table = this.tableOf(stage, data.table);
    const { lambda, log } = new ApiFunction(this, 'Function', stage, parts.bundle);
    useTable(lambda, table, data.key);
    configureIssuer(lambda, stage.identity.kind === 'ISSUER' ? stage.identity : issuerOf(officers!));

    const { api } = new GraphqlGateway(this, 'Gateway', stage, lambda);
    const firewall = new WebFirewall(this, 'Firewall', stage, api);
    new PortalKeys(this, 'Portals', stage, api);

    const { topic } = new AlarmReceiver(this, 'AlarmReceiver', stage);
    const alarms = new Alarms(this, 'Alarms', stage, { api, lambda, log, table }, topic);
    new ServiceDashboard(this, 'Dashboard', stage, { api, lambda, log, table, firewall }, alarms);
    new CfnOutput(this, 'GraphqlUrl', { value: api.urlForPath('/graphql') });
    new CfnOutput(this, 'PortalUrl', { value: api.urlForPath('/portal/graphql') });
  }

  /** The stack's own table, or one that was restored beside it. */
  private tableOf({ restoredTable }: Stage, own: ITable): ITable {
    return restoredTable === undefined ? own : Table.fromTableName(this, 'Restored', restoredTable);
  }
}

export interface ApiParts {
  readonly data: DataStack;
  readonly bundle: Bundle;
}

import { CfnOutput, Stack, type StackProps } from 'aws-cdk-lib';
import { type ITable, Table } from 'aws-cdk-lib/aws-dynamodb';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import type { Construct } from 'constructs';
import type { Callers } from '../services/auth/callers.ts';
import { AlarmReceiver } from './alarm-receiver.ts';
import { Alarms } from './alarms.ts';
import { ApiFunction } from './api-function.ts';
import type { Bundles } from './bundle.ts';
import { BundleProof } from './bundle-proof.ts';
import { Canary } from './canary.ts';
import { configureIssuer, issuerOf } from './capabilities/configure-issuer.ts';
import { keepSeals } from './capabilities/keep-seals.ts';
import { nameCallers } from './capabilities/name-callers.ts';
import { takeLists } from './capabilities/use-lists.ts';
import { readTable, useTable } from './capabilities/use-table.ts';
import type { ConsoleOnDisk } from './console-on-disk.ts';
import { ConsoleSite } from './console-site.ts';
import { CostBudget } from './cost-budget.ts';
import { ServiceDashboard } from './dashboard.ts';
import type { DataStack } from './data-stack.ts';
import { ListRuns } from './list-runs.ts';
import { PortalKeys } from './portal-keys.ts';
import { GraphqlGateway } from './rest-api.ts';
import { SealSchedules } from './seal-schedules.ts';
import { signInSettings } from './sign-in-settings.ts';
import type { Stage } from './stages.ts';
import { TableWatch } from './table-watch.ts';
import { WebFirewall } from './web-firewall.ts';

/** What answers: nothing in it is missed when it is taken down and deployed again. */
export class ApiStack extends Stack {
  constructor(scope: Construct, id: string, stage: Stage, parts: ApiParts, props: StackProps) {
    super(scope, id, props);
    const { data, officers, logKey, seals, lists } = parts.data;
    const table = this.tableOf(stage, data.table);
    const log = new LogGroup(this, 'FunctionLog', { retention: stage.logRetention });
    const functionFor = (callers: Callers) =>
      new ApiFunction(this, `${callers}Function`, stage, { callers, bundle: parts.bundles.api, log });
    const functions = {
      anonymous: functionFor('anonymous'),
      officer: functionFor('officer'),
      portal: functionFor('portal'),
    };
    const issuer = stage.identity.kind === 'ISSUER' ? stage.identity : issuerOf(officers!);
    readTable(functions.anonymous.lambda, table, data.key);
    for (const { lambda } of [functions.officer, functions.portal]) {
      useTable(lambda, table, data.key);
      nameCallers(lambda, logKey.secret);
    }
    for (const { lambda } of Object.values(functions)) configureIssuer(lambda, issuer);

    takeLists(functions.officer.lambda, lists);
    const runs = new ListRuns(this, 'Lists', stage, {
      bundle: parts.bundles.lists,
      lists,
      table,
      key: data.key,
      log,
    });

    const keeper = new SealSchedules(this, 'Seals', stage, parts.bundles.histories, log).lambda;
    useTable(keeper, table, data.key);
    keepSeals(keeper, seals);

    const { api, accessLog } = new GraphqlGateway(this, 'Gateway', stage, functions);
    new ConsoleSite(this, 'Console', api, {
      files: parts.consoleFiles,
      signIn: signInSettings(issuer, officers ?? null),
    });
    const firewall = new WebFirewall(this, 'Firewall', stage, api);
    new PortalKeys(this, 'Portals', stage, api);

    const { topic } = new AlarmReceiver(this, 'AlarmReceiver', stage);
    const watch = new TableWatch(this, 'TableWatch', stage, {
      table,
      key: data.key,
      bundle: parts.bundles.tableWatch,
      topic,
    });
    const lambdas = Object.values(functions).map(({ lambda }) => lambda);
    const watched = { api, accessLog, lambdas, keeper, log, table, watch, firewall, runs };
    const alarms = new Alarms(this, 'Alarms', stage, watched, topic);
    new ServiceDashboard(this, 'Dashboard', stage, watched, alarms);
    new Canary(this, 'Canary', stage, functions, alarms.ofVersions);
    new CostBudget(this, 'Cost', stage, topic);
    new BundleProof(this, 'Bundle', parts.bundles, this.node.tryGetContext('signingKey'));
    new CfnOutput(this, 'ConsoleUrl', { value: api.url });
    new CfnOutput(this, 'GraphqlUrl', { value: api.urlForPath('/graphql') });
    new CfnOutput(this, 'OfficerUrl', { value: api.urlForPath('/officer/graphql') });
    new CfnOutput(this, 'PortalUrl', { value: api.urlForPath('/portal/graphql') });
  }

  /** The stack's own table, or one that was restored beside it. */
  private tableOf({ restoredTable }: Stage, own: ITable): ITable {
    return restoredTable === undefined
      ? own
      : Table.fromTableAttributes(this, 'Restored', {
          tableName: restoredTable.name,
          tableStreamArn: restoredTable.streamArn,
        });
  }
}

export interface ApiParts {
  readonly data: DataStack;
  readonly bundles: Bundles;
  readonly consoleFiles: ConsoleOnDisk;
}

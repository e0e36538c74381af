import { type App, Tags, Validations } from 'aws-cdk-lib';
import { AwsSolutionsChecks, ServerlessChecks } from 'cdk-nag';
import { AccountStack } from './account-stack.ts';
import { ApiStack } from './api-stack.ts';
import type { Bundles } from './bundle.ts';
import { checkStage } from './check-stage.ts';
import type { ConsoleOnDisk } from './console-on-disk.ts';
import { DataStack } from './data-stack.ts';
import type { Stage } from './stages.ts';

/**
 * The three stacks of a stage, in the order in which they are deployed: the account's setting, data, API.
 *
 * @throws StageFaults where the settings cannot work; synthesis fails where a rule of either pack is broken
 */
export function addStage(app: App, stage: Stage, bundles: Bundles, consoleFiles: ConsoleOnDisk): StageStacks {
  checkStage(stage);
  Validations.of(app).addPlugins(new AwsSolutionsChecks(app), new ServerlessChecks(app));
  // The account is that of whoever deploys; nothing here needs to know it.
  const env = { region: stage.region };
  const account = new AccountStack(app, 'park-admission-account', { env });
  const data = new DataStack(app, `park-admission-${stage.name}-data`, stage, { env });
  const api = new ApiStack(
    app,
    `park-admission-${stage.name}-api`,
    stage,
    { data, bundles, consoleFiles },
    { env },
  );
  api.addStackDependency(account);
  for (const stack of [data, api]) Tags.of(stack).add('stage', stage.name);
  return { account, data, api };
}

export interface StageStacks {
  readonly account: AccountStack;
  readonly data: DataStack;
  readonly api: ApiStack;
}

import { App } from 'aws-cdk-lib';
import { addStage } from './app.ts';
import { bundles } from './bundle.ts';
import { consoleOnDisk } from './console-on-disk.ts';
import { stageNamed } from './stage-named.ts';

// What `npx cdk` runs (cdk.json). The stage is said with `-c stage=prod`.

const app = new App();
addStage(
  app,
  stageNamed(app.node.tryGetContext('stage')),
  await bundles('dist/lambda'),
  await consoleOnDisk('dist/console'),
);
app.synth();

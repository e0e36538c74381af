import { createHash, createPrivateKey, sign } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CfnOutput } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import type { Bundle, Bundles } from './bundle.ts';

/**
 * What was deployed, as an output that everybody can hold against the function that runs: the hash of each module, and
 * its signature where the build is given a key (`-c signingKey=<PEM file>`, of an elliptic curve or RSA).
 *
 * Detached and not by AWS Signer: that signs packages in a bucket, after the build and before the deployment, where
 * `cdk deploy` has no step; and whoever can deploy could take its configuration away again.
 */
export class BundleProof extends Construct {
  constructor(scope: Construct, id: string, bundles: Bundles, signingKey: string | undefined) {
    super(scope, id);
    for (const [name, bundle] of Object.entries(bundles) as [string, Bundle][]) {
      const module = readFileSync(join(bundle.package, 'handler.mjs'));
      new CfnOutput(this, `${name}Sha256`, { value: createHash('sha256').update(module).digest('hex') });
      if (signingKey === undefined) continue;
      const signature = sign('sha256', module, createPrivateKey(readFileSync(signingKey)));
      new CfnOutput(this, `${name}Signature`, { value: signature.toString('base64') });
      writeFileSync(join(bundle.artefacts, 'handler.mjs.sig'), signature);
    }
  }
}

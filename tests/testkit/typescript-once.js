// For `node --import`, as services/local/typescript.js: but a program is bundled once for all that the tests of a run start of it.
import { register } from 'node:module';

if (!process.features.typescript) {
  process.setSourceMapsEnabled(true);
  register('./typescript-once-hooks.js', import.meta.url);
}

// For `node --import`, as services/local/typescript.js: but a program is bundled once for all that a test file starts of it.
import { register } from 'node:module';

if (!process.features.typescript) {
  process.setSourceMapsEnabled(true);
  register('./typescript-once-hooks.js', import.meta.url);
}

// For `node --import`: TypeScript is read by Node itself where it can (22.18), and before that bundled when a program starts.
import { register } from 'node:module';

if (!process.features.typescript) {
  process.setSourceMapsEnabled(true);
  register('./typescript-hooks.js', import.meta.url);
}

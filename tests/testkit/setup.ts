/** Evaluated anew before every test file, unlike all that it imports. */
import { afterAll } from 'vitest';
import { endFile } from './after-file.ts';

afterAll(endFile);

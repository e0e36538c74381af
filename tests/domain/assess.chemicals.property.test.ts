import { test } from 'vitest';
import { agreesWithOracle } from './oracle/agreement.ts';
import { SUITES } from './oracle/themes.ts';

test.each(SUITES.chemicals)('engine and oracle agree about $name', agreesWithOracle);

import { expect, test } from 'vitest';
import { accessPage } from './access-page.ts';

test('docs/access.md is the page that the table of access makes; `-u` writes it', async () => {
  await expect(accessPage()).toMatchFileSnapshot('../../docs/access.md');
});

import { expect, test } from 'vitest';
import { storedConnection } from '../../graphql/connection.ts';

test('a page on which nothing may be seen still says where to go on', async () => {
  const query = ['decisions', { projectCode: 'x' }];
  const page = await storedConnection({ first: 2 }, query, async () => ({
    items: [],
    hasNextPage: true,
    endCursor: 'the last that was read',
  }));
  expect(page.edges).toEqual([]);
  expect(page.pageInfo).toMatchObject({ hasNextPage: true, startCursor: null });
  let continuedFrom: string | null = null;
  await storedConnection({ first: 2, after: page.pageInfo.endCursor }, query, async ({ after }) => {
    continuedFrom = after;
    return { items: [], hasNextPage: false };
  });
  expect(continuedFrom).toBe('the last that was read');
});

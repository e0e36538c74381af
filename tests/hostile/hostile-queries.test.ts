import { beforeAll, describe, expect, test } from 'vitest';
import { answerOf, startApi, type TestApi } from '../testkit/api.ts';
import { HOSTILE_QUERIES } from './hostile-queries.ts';

let api: TestApi;
let reads = 0;

beforeAll(async () => {
  api = await startApi(({ store }) => ({
    store: {
      ...store,
      readRegister: (...asked) => {
        reads++;
        return store.readRegister(...asked);
      },
    },
  }));
});

describe('a hostile request is refused with its code in both languages, and nothing of it is run', () => {
  test.each(HOSTILE_QUERIES.map((query) => [query.name, query] as const))(
    '%s',
    async (_, { code, status = 400, body, isBase64Encoded = false }) => {
      reads = 0;
      const answer = answerOf(await api.send({ body, isBase64Encoded }));
      expect(answer.errors?.map(({ extensions }) => extensions.code)).toEqual([code]);
      expect(answer.status).toBe(status);
      expect(answer.data).toBeUndefined();
      expect(answer.errors![0]!.extensions.zh).toMatch(/\p{Script=Han}/u);
      for (const text of [answer.errors![0]!.message, answer.errors![0]!.extensions.zh])
        expect(text).not.toMatch(/\{\w+\}|undefined|：。|“”| 个，超过 {2}/);
      expect(answer.body.length).toBeLessThan(3_000);
      expect(reads).toBe(0);
    },
  );

  test('an honest one is run: the count above would show it', async () => {
    reads = 0;
    expect((await api.ask('{ zones { totalCount } }')).errors).toBeUndefined();
    expect(reads).toBe(1);
  });
});

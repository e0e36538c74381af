import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { faultLine } from '../../services/lambda/fault-line.ts';
import { BlobMissing, StoredDataUnreadable, StoreUnavailable } from '../../services/store/faults.ts';
import { serviceError } from '../testkit/dynamodb-faults.ts';

describe('what the log says of an error', () => {
  it('is its kind and where in the code it came from, innermost first', () => {
    const { name, stack, ...more } = faultLine(new TypeError('x'));
    expect([name, more]).toEqual(['TypeError', {}]);
    expect(stack![0]).toMatch(/^at .*fault-line\.test\.ts:\d+:\d+\)?$/);
  });

  it('is why, where the store itself says so, and what lies behind that', () => {
    const cause = Object.assign(serviceError('ThrottlingException'), {
      message: 'secret',
      $metadata: {
        httpStatusCode: 400,
        requestId: '4KBNVRGD25RG1KEO9UT4V3FQDJVV4KQNSO5AEMVJF66Q9ASUAAJG',
        attempts: 1,
      },
    });
    expect(faultLine(new StoreUnavailable('no answer in 10 attempts', { cause }))).toMatchObject({
      name: 'StoreUnavailable',
      code: 'STORE_UNAVAILABLE',
      message: 'no answer in 10 attempts',
      cause: {
        name: 'ThrottlingException',
        aws: { status: 400, requestId: '4KBNVRGD25RG1KEO9UT4V3FQDJVV4KQNSO5AEMVJF66Q9ASUAAJG' },
      },
    });
    expect(faultLine(new BlobMissing('abc'))).toMatchObject({
      code: 'BLOB_MISSING',
      message: 'blob abc is missing',
    });
  });

  it('has the frames below a message of many lines, and none of its lines', () => {
    const error = new Error('written above\n    at secret (file:///secret.ts:1:1)\nwritten below');
    expect(JSON.stringify(faultLine(error))).not.toMatch(/secret|written above|written below/);
    expect(faultLine(error).stack!.length).toBeGreaterThan(0);
  });

  it('keeps calls into the language and waits among the frames', async () => {
    const thrown = await Promise.all([
      (async () => {
        await null;
        return [1].map(() => {
          throw new Error('x');
        });
      })(),
    ]).catch((error: unknown) => error);
    expect(faultLine(thrown).stack!.join('\n')).toMatch(/Array\.map \(<anonymous>\)[\s\S]*Promise\.all/);
  });

  it.each([
    ['a text', 'secret', 'a thrown string'],
    ['nothing', undefined, 'a thrown undefined'],
    ['null', null, 'a thrown null'],
    ['an object', { secret: 'secret' }, 'a thrown object'],
  ])('is that it was none, of %s that was thrown', (_, thrown, name) => {
    expect(faultLine(thrown)).toEqual({ name });
  });

  it('ends where causes go on for ever', () => {
    const error: Error & { cause?: unknown } = new Error('x');
    error.cause = error;
    expect(JSON.stringify(faultLine(error)).length).toBeLessThan(20_000);
  });

  it('says of stored data where it is unreadable, not what is there', () => {
    const error = new StoredDataUnreadable(
      'revision REV#1 of chain park is not readable: actor (invalid_type)',
    );
    expect(faultLine(error).message).toBe(error.message);
  });

  it('is nothing that stands in messages and properties, whatever they are', () => {
    const secret = fc
      .string({ minLength: 8, maxLength: 200, unit: 'grapheme' })
      .map((text) => `s3cr3t-${text}-t3rc3s`);
    const error = fc.letrec<{ error: Error }>((tie) => ({
      error: fc
        .record({
          kind: fc.constantFrom(Error, TypeError, SyntaxError, RangeError),
          message: secret,
          odd: secret,
          frames: fc.boolean(),
          cause: fc.option(tie('error'), { maxDepth: 4 }),
        })
        .map(({ kind, message, odd, frames, cause }) => {
          const lines = frames ? `${message}\n    at ${odd}\n    at x (/${odd}:1:1)` : message;
          return Object.assign(new kind(lines, { cause }), {
            odd,
            code: odd,
            name: frames ? kind.name : odd,
            $response: { headers: { authorization: odd } },
            $metadata: { httpStatusCode: odd, requestId: odd },
            errors: [message],
          });
        }),
    })).error;
    fc.assert(
      fc.property(error, (thrown) => {
        expect(JSON.stringify(faultLine(thrown))).not.toMatch(/s3cr3t|t3rc3s/);
      }),
      { numRuns: 300 },
    );
  });
});

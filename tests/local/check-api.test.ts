import { writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { Refused, requestTo } from '../../services/local/check/api.ts';
import { connectionFrom } from '../../services/local/check/connection.ts';
import { progressLine, progressOn } from '../../services/local/check/progress.ts';
import { afterFile } from '../testkit/after-file.ts';
import { temporaryFolder } from './local-server.ts';

interface Answered {
  readonly status?: number;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}
interface Asked {
  readonly authorization: string | undefined;
  readonly body: string;
}

/** A server that gives these answers one after another, then the last again; what it was asked. */
async function answering(...answers: readonly Answered[]) {
  const asked: Asked[] = [];
  const server = createServer(async (request, response) => {
    let body = '';
    for await (const piece of request) body += piece;
    asked.push({ authorization: request.headers.authorization, body });
    const {
      status = 200,
      body: answer = { data: 'ok' },
      headers = {},
    } = answers[Math.min(asked.length, answers.length) - 1]!;
    response
      .writeHead(status, { 'content-type': 'application/json', ...headers })
      .end(JSON.stringify(answer));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  afterFile(async () => void server.close());
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, asked };
}

async function request(url: string, environment: Readonly<Record<string, string>> = {}) {
  const waited: number[] = [];
  const connection = await connectionFrom(null, { PARK_ADMISSION_URL: url, ...environment });
  const ask = requestTo(connection, {
    attempts: { first: 2, later: 3 },
    wait: async (milliseconds) => waited.push(milliseconds),
    signal: new AbortController().signal,
  });
  return { ask: () => ask<string>('{ a }', {}), waited };
}

const DOWN = {
  status: 503,
  body: { errors: [{ message: 'down', extensions: { code: 'SERVICE_UNAVAILABLE', zh: '停' } }] },
};

describe('a request of the check', () => {
  it('is made again where the API is down, throttled or out of reach', async () => {
    const { url, asked } = await answering({}, DOWN, { status: 429, headers: { 'retry-after': '7' } }, {});
    const { ask, waited } = await request(url);
    expect([await ask(), await ask()]).toEqual(['ok', 'ok']);
    expect(asked).toHaveLength(4);
    expect(waited).toEqual([expect.any(Number), 7_000]);
  });

  it('is made once more where an assessment did not end in time, then has to be a smaller one', async () => {
    const late = {
      status: 503,
      body: { errors: [{ message: 'late', extensions: { code: 'ASSESSMENT_LATE' } }] },
    };
    const { url, asked } = await answering({}, late);
    const { ask } = await request(url);
    await ask();
    await expect(ask()).rejects.toMatchObject({ code: 'ASSESSMENT_LATE' });
    expect(asked).toHaveLength(3);
  });

  it('is made again where a field was out of reach, beside another that is damaged for good', async () => {
    const damaged = { message: 'damaged', extensions: { code: 'DECISION_DAMAGED', zh: '损坏' } };
    const partly = { data: 'partly', errors: [damaged, ...DOWN.body.errors] };
    const { url, asked } = await answering({ body: partly }, { body: { data: 'all', errors: [damaged] } });
    expect(await (await request(url)).ask()).toBe('all');
    expect(asked).toHaveLength(2);
  });

  it('gives up in the words of the API, sooner where nobody ever answered', async () => {
    const { url, asked } = await answering(DOWN);
    const { ask } = await request(url);
    await expect(ask()).rejects.toThrow(new Refused('停', 'down', 'SERVICE_UNAVAILABLE'));
    expect(asked).toHaveLength(2);
    const { ask: nowhere } = await request('http://127.0.0.1:9');
    await expect(nowhere()).rejects.toThrow(/Nobody answers at http:\/\/127\.0\.0\.1:9/);
  });

  it('is not made again where it is wrong itself', async () => {
    const { url, asked } = await answering({ status: 400, body: { errors: [{ message: 'no such field' }] } });
    await expect((await request(url)).ask()).rejects.toThrow(/no such field/);
    expect(asked).toHaveLength(1);
  });

  it('goes with the token, or with one that the client is granted, and another where that has ended', async () => {
    const { url, asked } = await answering({});
    await (await request(url, { PARK_ADMISSION_TOKEN: 'mine' })).ask();
    expect(asked[0]!.authorization).toBe('Bearer mine');

    const issuer = await answering(
      { body: { access_token: 'first', expires_in: 3600 } },
      { body: { access_token: 'second', expires_in: 3600 } },
    );
    const api = await answering({ status: 401 }, {});
    const client = {
      PARK_ADMISSION_TOKEN_URL: issuer.url,
      PARK_ADMISSION_CLIENT_ID: 'office',
      PARK_ADMISSION_CLIENT_SECRET: 's',
      PARK_ADMISSION_SCOPE: 'admission',
    };
    expect(await (await request(api.url, client)).ask()).toBe('ok');
    expect(api.asked.map(({ authorization }) => authorization)).toEqual(['Bearer first', 'Bearer second']);
    expect(issuer.asked[0]).toEqual({
      authorization: `Basic ${Buffer.from('office:s').toString('base64')}`,
      body: 'grant_type=client_credentials&scope=admission',
    });
    const refusing = await answering({ status: 401 });
    await expect(
      (await request(api.url, { ...client, PARK_ADMISSION_TOKEN_URL: refusing.url })).ask(),
    ).rejects.toThrow(/No token was given by .* \(401\)/);
  });
});

describe('the settings of the connection', () => {
  const settings = async (content: unknown) => {
    const file = join(await temporaryFolder(), 'connection.json');
    await writeFile(file, JSON.stringify(content));
    return file;
  };

  it('are those of the file where the environment has none', async () => {
    const file = await settings({ url: 'https://a.example/officer/graphql', token: 'filed' });
    const connection = await connectionFrom(file, { PARK_ADMISSION_TOKEN: 'stated' });
    expect([connection.url, await connection.token()]).toEqual([
      'https://a.example/officer/graphql',
      'stated',
    ]);
  });

  it('lead to the local server where there are none', async () => {
    const nobody = await connectionFrom(null, {});
    expect([nobody.url, await nobody.token()]).toEqual(['http://127.0.0.1:4000/graphql', null]);
    expect((await connectionFrom(null, { PARK_ADMISSION_TOKEN: 't' })).url).toBe(
      'http://127.0.0.1:4000/officer/graphql',
    );
  });

  it('may name the server alone, below which the API lies', async () => {
    const of = async (url: string, more: object = {}) =>
      (await connectionFrom(null, { PARK_ADMISSION_URL: url, ...more })).url;
    expect(await of('http://127.0.0.1:4000', { PARK_ADMISSION_TOKEN: 't' })).toBe(
      'http://127.0.0.1:4000/officer/graphql',
    );
    expect(await of('https://a.example/')).toBe('https://a.example/graphql');
    expect(await of('https://a.example/prod/graphql')).toBe('https://a.example/prod/graphql');
  });

  it('are refused where somebody has to be known and nobody is', async () => {
    await expect(connectionFrom(null, {}, { asSomebody: true })).rejects.toThrow(/PARK_ADMISSION_TOKEN/);
    const { url } = await answering({ status: 401 });
    await expect((await request(url)).ask()).rejects.toThrow(/There is no token/);
  });

  it('are refused where they are none', async () => {
    await expect(connectionFrom(await settings({ address: 'x' }), {})).rejects.toThrow(
      /settings of the connection are wrong/,
    );
    await expect(connectionFrom('absent.json', {})).rejects.toThrow(
      /Cannot read the settings in absent\.json/,
    );
  });
});

describe('the progress', () => {
  const progress = { rows: 4_500, of: 10_000, situations: 830 };

  it('says how far it is, how fast, and how long it takes', () => {
    expect(progressLine(progress, 9, 120, 'zh')).toBe(
      '[#########-----------]  45%  4,500/10,000 行  500 行/秒  830 种情形  约剩 0:11',
    );
    expect(progressLine({ ...progress, of: null }, 9, 120, 'en')).toBe('4,500 rows  500/s  830 situations');
  });

  it('stays in its line, where Chinese characters take two columns each', () => {
    expect(progressLine(progress, 9, 45, 'zh')).toBe('[#########-----------]  45%  4,500/10,000 行');
  });

  it('is drawn on terminals alone', () => {
    const drawn = (isTTY: boolean) => {
      let text = '';
      const { show, clear } = progressOn(
        { isTTY, columns: 80, write: (more) => (text += more) },
        'zh',
        () => 0,
      );
      show(progress);
      clear();
      return text;
    };
    expect(drawn(false)).toBe('');
    expect(
      drawn(true)
        .split('\r')
        .map((line) => line.slice(0, 5)),
    ).toEqual(['', '[####', '\u001b[K']);
  });
});

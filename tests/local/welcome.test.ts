import { describe, expect, it } from 'vitest';
import { welcome } from '../../services/local/welcome.ts';

const greeting = (node: string) => welcome('http://127.0.0.1:4000', '.data', node, async () => ({}));

describe('the start message', () => {
  it.each(['20.19.0', '22.12.0'])('recommends Node 24 on %s, in both languages', async (node) => {
    const text = await greeting(node);
    expect(text).toContain(`Node 24 is recommended; Node ${node} still runs.`);
    expect(text).toContain(`建议使用 Node 24；Node ${node} 仍可运行。`);
  });

  it.each(['24.0.0', '26.1.0'])('says nothing of Node on %s', async (node) => {
    expect(await greeting(node)).not.toMatch(/Node/);
  });
});

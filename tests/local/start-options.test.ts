import { describe, expect, it } from 'vitest';
import { readStartOptions } from '../../services/local/start-options.ts';

describe('the options of npm start', () => {
  it('are all left out by most', () => {
    expect(readStartOptions([])).toEqual({ port: 4000, dataFolder: '.data', samples: true });
  });

  it('name a port, a folder, and whether samples are wanted', () => {
    expect(readStartOptions(['--port', '0', '--data', 'here', '--no-samples'])).toEqual({
      port: 0,
      dataFolder: 'here',
      samples: false,
    });
  });

  it.each([
    [['--port', '70000'], '--port takes a number from 0 to 65535, not "70000".'],
    [['--port', '-1'], "Option '--port"],
    [['--port', '4e3'], '--port takes a number from 0 to 65535, not "4e3".'],
    [['--port', ''], '--port takes a number from 0 to 65535, not "".'],
    [['--port'], "Option '--port <value>' argument missing"],
    [['--no-samples=yes'], "Option '--no-samples' does not take an argument"],
    [['--prot', '1'], "Unknown option '--prot'"],
    [['4000'], "Unexpected argument '4000'"],
  ])('%j: one line says what is wrong', (args, line) => {
    const read = () => readStartOptions(args);
    expect(read).toThrow(line);
    expect(read).toThrow(/^[^\n]+[\u4e00-\u9fff]+[^\n]+$/);
  });
});

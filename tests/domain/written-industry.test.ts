import { describe, expect, it } from 'vitest';
import { writtenIndustries } from '../../services/domain/facts/written-industry.ts';

const written = (text: string) => {
  const { edition, industries } = writtenIndustries(text);
  const codes = industries.map(({ section, code, name }) => [section, code, name].filter(Boolean).join(' '));
  return edition === null ? codes : [edition, ...codes];
};

describe('industries as a form has them', () => {
  it.each([
    ['2614', ['2614']],
    ['C2614', ['C 2614']],
    ['c-2614', ['C 2614']],
    ['C', ['C']],
    ['Ｃ', ['C']],
    ['２６', ['26']],
    ['2614-有机化学原料制造', ['2614 有机化学原料制造']],
    ['[C2614]有机化学原料制造', ['C 2614 有机化学原料制造']],
    ['C 制造业', ['C 制造业']],
    ['A 农、林、牧、渔业', ['A 农、林、牧、渔业']],
    ['7517 三维（3D）打印技术推广服务', ['7517 三维(3D)打印技术推广服务']],
    ['2614、2669', ['2614', '2669']],
    ['2614/2669', ['2614', '2669']],
    ['2614 2669', ['2614', '2669']],
    ['2614；\n2669；', ['2614', '2669']],
    ['C、D', ['C', 'D']],
    ['GB/T4754-2011 2614', ['2011', '2614']],
    ['2614（2017版）', ['2017', '2614']],
    ['2614 维生素 C 制造', ['2614 维生素 C 制造']],
  ])('%s: %s', (text, codes) => {
    expect(written(text)).toEqual(codes);
  });

  it.each(['', '  ', '有机化学原料制造', 'PVC 26', '26145', '26I4', '行业2614'])(
    'nothing where it does not begin with a code: %j',
    (text) => {
      expect(written(text)).toEqual([]);
    },
  );
});

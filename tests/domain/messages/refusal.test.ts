import { describe, expect, it } from 'vitest';
import { fault } from '../../../services/domain/messages/read-input.ts';
import { Refusal } from '../../../services/domain/messages/refusal.ts';

describe('a refusal', () => {
  it('says its details as they stand, whatever signs they have', () => {
    const refusal = new Refusal('UNKNOWN_ZONE', { value: '甲$&乙{value}$1' });
    expect(refusal.text('zh')).toBe('没有编号为“甲$&乙{value}$1”的园区，请核对园区编号。');
    expect(refusal.text('en')).toBe('There is no zone "甲$&乙{value}$1". Check the zone id.');
  });

  it('says the items of a list one by one, and a text in the language of the sentence', () => {
    const options = ['A', 'B'];
    expect(new Refusal('UNKNOWN_AREA', { value: 'C', options }).text('zh')).toBe(
      '园区没有片区“C”，可填：A、B。',
    );
    const type = { zh: '数值', en: 'number' };
    expect(new Refusal('WRONG_TYPE', { key: 'k', type, value: 'x' }).message).toBe(
      '"k" takes a value of type number, not x.',
    );
  });

  it('does not compile with a detail too few or too many', () => {
    // @ts-expect-error -- no zone
    new Refusal('ZONE_CLOSED', { on: '2026-01-01' });
    // @ts-expect-error -- no details at all
    new Refusal('ZONE_CLOSED');
    // @ts-expect-error -- the sentence has no place for a reason
    new Refusal('ZONE_CLOSED', { on: '2026-01-01', zone: 'z', reason: '' });
    // @ts-expect-error -- the sentence has no places
    const refusal = new Refusal('NOT_SUBMITTED', { value: '' });
    // @ts-expect-error -- no options
    fault('NO_BOUNDS');
    // @ts-expect-error -- the sentence has no place for a reason
    fault('REQUIRED', { reason: '' });
    expect(refusal.message).toBe(new Refusal('NOT_SUBMITTED').message);
  });
});

import type { Entry } from '../catalog/entry.ts';
import { isBlank } from '../values/is-blank.ts';
import type { Text } from '../values/text.ts';
import type { PublicationRule, Violation } from './rule.ts';

export const CITES_ITS_BASIS: PublicationRule = {
  code: 'PR-01',
  severity: 'ERROR',
  sentence: { zh: '每一条目均注明法律或政策依据。', en: 'Every entry cites its legal basis.' },
  violations: ({ content }) =>
    content.entries
      .filter(({ basis }) => basis.length === 0 || basis.some(({ document }) => isBlank(document)))
      .map((entry) => ({ entry: entry.code, field: 'basis', value: '' })),
};

export const HAS_CHINESE_WORDING: PublicationRule = {
  code: 'PR-02',
  severity: 'ERROR',
  sentence: { zh: '所有文字均有中文表述。', en: 'Every text has its Chinese wording.' },
  *violations({ content }) {
    yield* blank(null, [['title', content.title]]);
    for (const { key, name, question } of content.facts)
      yield* blank(null, [
        [`facts.${key}.name`, name],
        [`facts.${key}.question`, question],
      ]);
    for (const { key, name } of content.lists) yield* blank(null, [[`lists.${key}.name`, name]]);
    for (const { key, name } of content.products) yield* blank(null, [[`products.${key}.name`, name]]);
    for (const entry of content.entries) yield* blank(entry.code, textsOf(entry));
  },
};

type PlacedText = readonly [field: string, text: Text | null | undefined];

const textsOf = (entry: Entry): readonly PlacedText[] => [
  ['text', entry.text],
  ['replacement', entry.replacement],
  ['remark', entry.remark],
  ...entry.exceptions.map(({ key, text }): PlacedText => [`exceptions.${key}.text`, text]),
  ...entry.requirements.flatMap(({ key, text, evidence }): PlacedText[] => [
    [`requirements.${key}.text`, text],
    [`requirements.${key}.evidence`, evidence],
  ]),
];

const blank = (entry: string | null, texts: readonly PlacedText[]): readonly Violation[] =>
  texts
    .filter(([, text]) => text != null && isBlank(text.zh))
    .map(([field]) => ({ entry, field: `${field}.zh`, value: '' }));

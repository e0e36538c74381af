import type { PublicationRule } from '../../services/domain/publication-rules/rule.ts';
import { PUBLICATION_RULES } from '../../services/domain/publication-rules/table.ts';

type Language = 'zh' | 'en';

/** The guide with the table of publication rules as they are, between its marks. */
export function withTables(guide: string, language: Language): string {
  if (guide.match(PLACE)?.length !== 1) throw new Error('the guide has no one place for the table of rules');
  return guide.replace(PLACE, `<!-- rules -->\n${ruleTable(language)}<!-- /rules -->`);
}

const PLACE = /<!-- rules -->\n[\s\S]*?<!-- \/rules -->/g;

/** The codes of errors that the guide has rows for, with all three cells filled. */
export const codesOf = (guide: string): readonly string[] =>
  [...guide.matchAll(/^\| `([A-Z0-9_]+)` \| [^|]*\S[^|]* \| [^|]*\S[^|]* \|$/gm)].map(([, code]) => code!);

function ruleTable(language: Language): string {
  const { head, weights } = WORDS[language];
  const rows = PUBLICATION_RULES.map(
    ({ code, severity, sentence }) => `| \`${code}\` | ${weights[severity]} | ${sentence[language]} |`,
  );
  return `\n${[`| ${head.join(' | ')} |`, '| --- | --- | --- |', ...rows].join('\n')}\n\n`;
}

const WORDS: Readonly<
  Record<
    Language,
    { head: readonly string[]; weights: Readonly<Record<PublicationRule['severity'], string>> }
  >
> = {
  zh: {
    head: ['规则', '级别', '内容'],
    weights: { ERROR: '必须改正 `ERROR`', WARNING: '核实后确认 `WARNING`' },
  },
  en: {
    head: ['rule', 'weight', 'what it says'],
    weights: { ERROR: 'must be mended `ERROR`', WARNING: 'to be acknowledged `WARNING`' },
  },
};

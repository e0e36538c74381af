import type { AskedFragment, ZoneOfEnquiryQuery } from '../generated/queries.ts';
import { say, type Text, text } from '../shell/locale.ts';
import { answered, answerOf, type Enquiry } from './enquiry.ts';
import { valueText } from './value-text.ts';

interface AnswersProps {
  readonly enquiry: Enquiry;
  readonly definitions: ReadonlyMap<string, AskedFragment>;
  readonly names: ReadonlyMap<string, Text>;
  readonly zone: ZoneOfEnquiryQuery['zone'];
  readonly onChange: (key: string) => void;
}

/** What was said so far, each answer with the way to change it. */
export function Answers({ enquiry, definitions, names, zone, onChange }: AnswersProps) {
  const { project, skipped } = enquiry;
  const rows = [
    ...(zone ? [{ key: 'zone', name: say(T.zone), value: say(zone.name) }] : []),
    ...answered(project).map((key) => {
      const fact = definitions.get(key);
      const value = valueText({ key, unit: fact?.unit ?? null }, answerOf(project, key), names);
      return { key, name: fact ? say(fact.name) : key, value };
    }),
    ...skipped
      .filter((key) => key !== 'zone')
      .map((key) => ({
        key,
        name: say(definitions.get(key)?.name ?? text(key, key)),
        value: say(T.unknown),
      })),
  ];
  if (rows.length === 0) return null;
  return (
    <section class="card">
      <h2>{say(T.title)}</h2>
      <ul class="lines">
        {rows.map(({ key, name, value }) => (
          <li key={key}>
            <span class="grow muted">{name}</span>
            <b>{value}</b>
            <button type="button" class="btn quiet" onClick={() => onChange(key)}>
              {say(T.change)}
              <span class="unseen">{name}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

const T = {
  title: text('已说明的情况', 'What you said'),
  zone: text('园区', 'Zone'),
  unknown: text('暂不清楚', 'not known yet'),
  change: text('修改', 'Change'),
};

import type { ComponentChildren } from 'preact';
import type { TimelineQuery } from '../generated/queries.ts';
import { VERSION_STATUSES } from '../parts/labels.ts';
import { Tag } from '../parts/tag.tsx';
import { withdrawnFrom } from '../parts/withdrawn-from.ts';
import { say, text } from '../shell/locale.ts';
import { href } from '../shell/router.ts';
import { countdown } from './days.ts';

export type Version = NonNullable<TimelineQuery['catalog']>['versions']['edges'][number]['node'];

interface TimelineProps {
  readonly catalog: string;
  /** Newest first. */
  readonly versions: readonly Version[];
  readonly repealedFrom?: string | null;
  /** The days of the draft, were it published now. */
  readonly planned?: { readonly from: string; readonly to: string | null } | null;
  /** What can be done about a version. */
  readonly acts?: (version: Version) => ComponentChildren;
}

/** What took effect when, what will, and how many days are left. */
export function VersionTimeline({ catalog, versions, repealedFrom, planned, acts }: TimelineProps) {
  const steps = [
    ...versions.map((version) => ({ day: version.effectiveFrom, version })),
    ...(planned?.from ? [{ day: planned.from, version: null }] : []),
  ].sort((a, b) => (a.day < b.day ? -1 : 1));
  if (steps.length === 0) return <p class="muted">{say(T.none)}</p>;
  return (
    <ol class="timeline">
      {steps.map(({ day, version }) => (
        <li key={version?.id ?? 'planned'} class={version ? version.status.toLowerCase() : 'planned'}>
          <span class="num">{day}</span>
          <span class="grow">
            {version ? (
              <a href={href(['catalogs', catalog], { version: String(version.number) })}>
                {say(T.version, { number: version.number })}
              </a>
            ) : (
              <b>{say(T.planned)}</b>
            )}{' '}
            {version ? (
              <Tag of={VERSION_STATUSES[version.status]} />
            ) : (
              <Tag of={{ tone: 'review', text: T.ifPublished }} />
            )}{' '}
            <span class="muted">
              {version?.status !== 'WITHDRAWN' && countdown(day)}
              {version && say(T.entries, { count: version.entryCount })}
              {ending(version ? version.effectiveTo : planned?.to)}
              {version && withdrawn(version)}
            </span>
          </span>
          {version && acts?.(version)}
        </li>
      ))}
      {repealedFrom && (
        <li class="withdrawn">
          <span class="num">{repealedFrom}</span>
          <span class="grow">
            <b>{say(T.repealed)}</b> <span class="muted">{countdown(repealedFrom)}</span>
          </span>
        </li>
      )}
    </ol>
  );
}

function withdrawn(version: Version): string {
  const day = withdrawnFrom(version);
  return day === null ? '' : say(T.withdrawn, { day });
}

const ending = (day: string | null | undefined): string => (day ? say(T.until, { day }) : '');

const T = {
  none: text('还没有版本。', 'There is no version yet.'),
  version: text('第 {number} 版', 'Version {number}'),
  planned: text('本草案', 'This draft'),
  ifPublished: text('拟发布', 'To be published'),
  entries: text(' · {count} 条', ' · {count} entries'),
  until: text(' · 至 {day}', ' · until {day}'),
  withdrawn: text(' · 自 {day} 起撤回', ' · withdrawn from {day} on'),
  repealed: text('目录废止', 'The catalog is repealed'),
};

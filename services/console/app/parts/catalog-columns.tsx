import { LEVEL_LABELS } from '../../../domain/messages/labels.ts';
import type { JurisdictionLevel } from '../generated/queries.ts';
import { say, type Text, text } from '../shell/locale.ts';
import { href } from '../shell/router.ts';
import type { Column } from './table.tsx';

interface Listed {
  readonly id: string;
  readonly title: Text;
  readonly documentNumber?: string | null;
  readonly jurisdiction: { readonly level: JurisdictionLevel; readonly name: Text };
}

/** From the national ones down. */
export const byLevel = (one: Listed, other: Listed): number =>
  LEVELS.indexOf(one.jurisdiction.level) - LEVELS.indexOf(other.jurisdiction.level);
const LEVELS = Object.keys(LEVEL_LABELS);

/** The same once all are there: rows stay where they are while more of them come. */
export const allByLevel = <Catalog extends Listed>(
  catalogs: readonly Catalog[],
  { next }: { readonly next: boolean },
): readonly Catalog[] => (next ? catalogs : [...catalogs].sort(byLevel));

/** The first columns of every list of catalogs: of what level, which one and where. */
export const catalogColumns = <Catalog extends Listed>(
  pageOf: (catalog: Catalog) => readonly string[] | null,
): readonly Column<Catalog>[] => [
  {
    key: 'level',
    title: say(T.level),
    class: 'narrow nowrap',
    cell: ({ jurisdiction }) => say(LEVEL_LABELS[jurisdiction.level]),
  },
  {
    key: 'title',
    title: say(T.catalog),
    class: 'wide',
    cell: (catalog) => {
      const page = pageOf(catalog);
      const title = say(catalog.title);
      return (
        <>
          {page ? <a href={href(page)}>{title}</a> : title}{' '}
          <span class="muted">{catalog.documentNumber}</span>
        </>
      );
    },
  },
  { key: 'place', title: say(T.place), cell: ({ jurisdiction }) => say(jurisdiction.name) },
];

const T = {
  level: text('层级', 'Level'),
  catalog: text('目录名称', 'Catalog'),
  place: text('管辖区域', 'Jurisdiction'),
};

import { LEVEL_LABELS } from '../../../domain/messages/labels.ts';
import type {
  ExceptionInput,
  JurisdictionLevel,
  LegalBasisInput,
  RequirementInput,
} from '../generated/queries.ts';
import { Field } from '../parts/field.tsx';
import { say, text } from '../shell/locale.ts';
import { ConditionEditor } from './condition-editor.tsx';
import { nextKey } from './entry-input.ts';
import type { Words } from './words.ts';

interface ItemsProps<Item> {
  readonly items: readonly Item[];
  readonly words: Words;
  /** What is wrong, by the way to it from the field. */
  readonly faultAt: (path: string) => string | undefined;
  /** The condition of an item in words. */
  readonly saidOf: (key: string) => string | undefined;
  readonly onChange: (items: readonly Item[], typing: string | null) => void;
}

/** What takes projects out of an entry. */
export function Exceptions({ items, words, faultAt, saidOf, onChange }: ItemsProps<ExceptionInput>) {
  return (
    <Items
      items={items}
      onChange={onChange}
      add={say(T.addException)}
      create={(): ExceptionInput => ({ key: nextKey(items), text: { zh: '' }, discretionary: false })}
      item={(item, at, set) => (
        <>
          <Wording label={say(T.wording)} item={item} set={set} error={faultAt(`${at}.text`)} />
          <ConditionEditor
            label={say(T.exceptionWhen)}
            value={item.when}
            words={words}
            onChange={(when, typing) => set({ ...item, when }, typing)}
          />
          <Said text={saidOf(item.key)} error={faultAt(`${at}.when`)} />
          <p class="row">
            <label class="tick">
              <input
                type="checkbox"
                checked={item.discretionary === true}
                onChange={(event) => set({ ...item, discretionary: event.currentTarget.checked })}
              />
              {say(T.discretionary)}
            </label>
            {item.discretionary && (
              <label class="row tight">
                {say(T.decidedBy)}
                <select
                  class="field"
                  value={item.decidedBy ?? ''}
                  onChange={(event) =>
                    set({ ...item, decidedBy: (event.currentTarget.value || undefined) as JurisdictionLevel })
                  }
                >
                  <option value="">{say(T.ownLevel)}</option>
                  {(Object.keys(LEVEL_LABELS) as JurisdictionLevel[]).map((level) => (
                    <option key={level} value={level}>
                      {say(LEVEL_LABELS[level])}
                    </option>
                  ))}
                </select>
              </label>
            )}
          </p>
          {faultAt(`${at}`) && <p class="wrong">{faultAt(`${at}`)}</p>}
        </>
      )}
    />
  );
}

/** What a restricted entry demands. */
export function Requirements({ items, words, faultAt, saidOf, onChange }: ItemsProps<RequirementInput>) {
  return (
    <Items
      items={items}
      onChange={onChange}
      add={say(T.addRequirement)}
      create={(): RequirementInput => ({ key: nextKey(items), text: { zh: '' } })}
      item={(item, at, set) => (
        <>
          <Wording label={say(T.wording)} item={item} set={set} error={faultAt(`${at}.text`)} />
          <ConditionEditor
            label={say(T.requirementWhen)}
            value={item.when}
            words={words}
            onChange={(when, typing) => set({ ...item, when }, typing)}
          />
          <Said text={saidOf(item.key)} error={faultAt(`${at}.when`)} />
          <Field label={say(T.evidence)}>
            {(of) => (
              <input
                {...of}
                value={item.evidence?.zh ?? ''}
                onInput={(event) => {
                  const zh = event.currentTarget.value;
                  set({ ...item, evidence: zh === '' ? undefined : { ...item.evidence, zh } }, 'evidence');
                }}
              />
            )}
          </Field>
        </>
      )}
    />
  );
}

const BASIS = ['document', 'number', 'article', 'url'] as const;

/** What an entry rests on. */
export function BasisItems({
  items,
  faultAt,
  onChange,
}: Pick<ItemsProps<LegalBasisInput>, 'items' | 'faultAt' | 'onChange'>) {
  return (
    <Items
      items={items}
      onChange={onChange}
      add={say(T.addBasis)}
      // Most lines of a catalog rest on the same document.
      create={(): LegalBasisInput => ({ document: '', ...items.at(-1), article: '' })}
      item={(item, at, set) => (
        <>
          {BASIS.map((name) => (
            <Field key={name} label={say(T[name])} error={faultAt(`${at}.${name}`)}>
              {(of) => (
                <input
                  {...of}
                  value={item[name] ?? ''}
                  onInput={(event) => {
                    const said = event.currentTarget.value;
                    set({ ...item, [name]: said === '' && name !== 'document' ? undefined : said }, name);
                  }}
                />
              )}
            </Field>
          ))}
        </>
      )}
    />
  );
}

interface ListProps<Item> {
  readonly items: readonly Item[];
  readonly add: string;
  readonly create: () => Item;
  readonly item: (
    item: Item,
    at: number,
    set: (item: Item, typing?: string | null) => void,
  ) => preact.ComponentChildren;
  readonly onChange: (items: readonly Item[], typing: string | null) => void;
}

function Items<Item>({ items, add, create, item, onChange }: ListProps<Item>) {
  return (
    <>
      {items.map((one, at) => (
        // They are in their order, and have no name of their own that stays.
        <div key={at} class="item">
          {item(one, at, (next, typing = null) =>
            onChange(
              items.map((old, place) => (place === at ? next : old)),
              typing && `${at} ${typing}`,
            ),
          )}
          <button
            type="button"
            class="btn quiet"
            onClick={() =>
              onChange(
                items.filter((_, place) => place !== at),
                null,
              )
            }
          >
            {say(T.remove)}
          </button>
        </div>
      ))}
      <button type="button" class="btn quiet" onClick={() => onChange([...items, create()], null)}>
        {add}
      </button>
    </>
  );
}

interface WordingProps<Item> {
  readonly label: string;
  readonly item: Item;
  readonly error: string | undefined;
  readonly set: (item: Item, typing?: string | null) => void;
}

function Wording<Item extends ExceptionInput | RequirementInput>({
  label,
  item,
  error,
  set,
}: WordingProps<Item>) {
  return (
    <Field label={label} error={error}>
      {(of) => (
        <textarea
          {...of}
          rows={2}
          value={item.text.zh}
          onInput={(event) => set({ ...item, text: { ...item.text, zh: event.currentTarget.value } }, 'text')}
        />
      )}
    </Field>
  );
}

/** A condition as a sentence, which is made anew as it is built. */
export function Said({
  text: said,
  error,
}: {
  readonly text?: string | undefined;
  readonly error?: string | undefined;
}) {
  return (
    <>
      {said && (
        <p class="sentence" role="status">
          {said}
        </p>
      )}
      {error && <p class="wrong">{error}</p>}
    </>
  );
}

const T = {
  wording: text('内容', 'Wording'),
  remove: text('删除此项', 'Remove this item'),
  addException: text('＋ 除外情形', '＋ an exception'),
  addRequirement: text('＋ 限制条件', '＋ a requirement'),
  addBasis: text('＋ 法律依据', '＋ a legal basis'),
  exceptionWhen: text('除外条件', 'Condition of the exception'),
  requirementWhen: text('应满足的条件', 'Condition that must hold'),
  discretionary: text('由主管部门一事一议', 'decided case by case by an authority'),
  decidedBy: text('认定层级', 'Decided by'),
  ownLevel: text('目录所在层级', 'the level of the catalog'),
  evidence: text('证明材料', 'Evidence'),
  document: text('文件名称', 'Document'),
  number: text('文号', 'Number'),
  article: text('条款', 'Article'),
  url: text('链接', 'Address'),
};

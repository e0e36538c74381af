import { useLayoutEffect, useRef } from 'preact/hooks';
import { OPTION_LABELS, unitLabel } from '../../../domain/messages/labels.ts';
import type { Activity, CapacityOf, FactWordsFragment } from '../generated/queries.ts';
import { optionLabel } from '../parts/labels.ts';
import { type Option, Search, SomeFound, SomeOf } from '../parts/picker.tsx';
import { digits } from '../portal/amounts.ts';
import { useNames } from '../portal/use-names.ts';
import { localeStore, say, type Text, text } from '../shell/locale.ts';
import {
  type Bound,
  DAY_RELATIONS,
  type Open,
  RELATIONS,
  SCOPES,
  type TestForm,
  WAYS,
} from './condition-form.ts';
import { productsFound, useIndustriesFound, useSubstancesFound } from './finders.ts';
import type { Words } from './words.ts';

interface TestEditorProps<Form = TestForm> {
  readonly form: Form;
  readonly words: Words;
  /** @param typing the field in which letters are being typed */
  readonly onChange: (form: TestForm, typing?: string) => void;
}

/** One test: what it is about, and by its type how that stands to what. */
export function TestEditor({ form, words, onChange }: TestEditorProps<TestForm | Open>) {
  const subject = useRef<HTMLSelectElement>(null);
  // What was just added is what one fills in next.
  useLayoutEffect(() => {
    if (form.kind === 'open') subject.current?.focus();
  }, []);
  return (
    <>
      <select
        ref={subject}
        class="field"
        aria-label={say(T.about)}
        value={subjectOf(form)}
        onChange={(event) => onChange(testAbout(event.currentTarget.value, words))}
      >
        {form.kind === 'open' && (
          <option value="" disabled>
            {say(T.choose)}
          </option>
        )}
        <Subjects form={form} words={words} />
      </select>
      {form.kind !== 'open' && <Asked form={form} words={words} onChange={onChange} />}
    </>
  );
}

const CHEMICAL = '#chemical';
const PRODUCT = '#product';
const subjectOf = (form: TestForm | Open): string => {
  if (form.kind === 'open') return '';
  if (form.kind === 'chemical') return CHEMICAL;
  return form.kind === 'product' ? PRODUCT : form.fact;
};

function Subjects({ form, words }: { readonly form: TestForm | Open; readonly words: Words }) {
  const facts = [...words.facts.values()];
  const own = (key: string) => key.includes('.') && !key.startsWith('zone.');
  const groups = [
    [T.ofProject, facts.filter(({ key, about }) => !own(key) && about === 'PROJECT')],
    [T.ofZone, facts.filter(({ key, about }) => !own(key) && about === 'ZONE')],
    [T.ofCatalogs, facts.filter(({ key }) => own(key))],
  ] as const;
  const subject = subjectOf(form);
  const known = subject === '' || subject.startsWith('#') || words.facts.has(subject);
  return (
    <>
      <option value={CHEMICAL}>{say(T.chemical)}</option>
      <option value={PRODUCT}>{say(T.product)}</option>
      {groups.map(
        ([title, its]) =>
          its.length > 0 && (
            <optgroup key={title.zh} label={say(title)}>
              {its.map(({ key, name }) => (
                <option key={key} value={key}>
                  {say(name)}
                </option>
              ))}
            </optgroup>
          ),
      )}
      {!known && <option value={subject}>{subject}</option>}
    </>
  );
}

/** The test that one begins with for a subject. */
function testAbout(subject: string, { facts }: Words): TestForm {
  if (subject === CHEMICAL)
    return { kind: 'chemical', scope: 'list', of: '', activities: null, fraction: null, moreThan: null };
  if (subject === PRODUCT) return { kind: 'product', product: '', unit: '', of: 'CAPACITY', bounds: [] };
  const { key, type, unit } = facts.get(subject)!;
  switch (type) {
    case 'NUMBER':
      return { kind: 'number', fact: key, unit, bounds: [{ relation: 'lessThan', value: '' }] };
    case 'FLAG':
      return { kind: 'flag', fact: key, is: true };
    case 'CHOICE':
      return { kind: 'choice', fact: key, options: [] };
    case 'SET':
      return { kind: 'set', fact: key, way: 'includesAny', options: [] };
    case 'DATE':
      return { kind: 'date', fact: key, bounds: [{ relation: 'before', value: '' }] };
  }
}

function Asked({ form, words, onChange }: TestEditorProps) {
  switch (form.kind) {
    case 'number':
      return (
        <Bounds
          bounds={form.bounds}
          unit={form.unit}
          onChange={(bounds, typing) => onChange({ ...form, bounds }, typing)}
        />
      );
    case 'flag':
      return (
        <OneOf
          label={say(T.value)}
          options={[
            { key: 'true', label: say(T.yes) },
            { key: 'false', label: say(T.no) },
          ]}
          value={String(form.is)}
          onChange={(is) => onChange({ ...form, is: is === 'true' })}
        />
      );
    case 'choice':
      return (
        <>
          <span>{say(T.oneOf)}</span>
          <Options
            fact={words.facts.get(form.fact)}
            name={form.fact}
            chosen={form.options}
            onChange={(options) => onChange({ ...form, options })}
          />
        </>
      );
    case 'set':
      return (
        <>
          <OneOf
            label={say(T.relation)}
            options={WAYS.map((key) => ({ key, label: say(T[key]) }))}
            value={form.way}
            onChange={(way) => onChange({ ...form, way })}
          />
          <Options
            fact={words.facts.get(form.fact)}
            name={form.fact}
            chosen={form.options}
            onChange={(options) => onChange({ ...form, options })}
          />
        </>
      );
    case 'date':
      return (
        <>
          {form.bounds.map(({ relation, value }, at) => (
            <span key={at} class="row tight">
              <OneOf
                label={say(T.relation)}
                options={DAY_RELATIONS.filter(
                  (key) => key === relation || !form.bounds.some((bound) => bound.relation === key),
                ).map((key) => ({ key, label: say(T[key]) }))}
                value={relation}
                onChange={(key) =>
                  onChange({ ...form, bounds: withBound(form.bounds, at, { relation: key, value }) })
                }
              />
              <input
                class="field"
                type="date"
                aria-label={say(T.day)}
                value={value}
                onInput={(event) => {
                  const day = { relation, value: event.currentTarget.value };
                  onChange({ ...form, bounds: withBound(form.bounds, at, day) }, `day ${at}`);
                }}
              />
            </span>
          ))}
          {form.bounds.length < DAY_RELATIONS.length && (
            <More
              onPress={() => {
                const relation = DAY_RELATIONS.find(
                  (key) => !form.bounds.some((bound) => bound.relation === key),
                )!;
                onChange({ ...form, bounds: [...form.bounds, { relation, value: '' }] });
              }}
            />
          )}
        </>
      );
    case 'chemical':
      return <Chemical form={form} words={words} onChange={onChange} />;
    case 'product':
      return <Product form={form} words={words} onChange={onChange} />;
  }
}

const withBound = <B,>(bounds: readonly B[], at: number, bound: B): readonly B[] =>
  bounds.map((one, place) => (place === at ? bound : one));

interface BoundsProps {
  readonly bounds: readonly Bound[];
  readonly unit?: string | null;
  readonly onChange: (bounds: readonly Bound[], typing?: string) => void;
  /** Whether there may be none. */
  readonly open?: boolean;
}

/** How a number stands to one or two others. */
function Bounds({ bounds, unit, onChange, open = false }: BoundsProps) {
  const free = RELATIONS.filter((relation) => !bounds.some((bound) => bound.relation === relation));
  return (
    <>
      {bounds.map(({ relation, value }, at) => (
        <span key={at} class="row tight">
          {at > 0 && <span>{say(T.and)}</span>}
          <OneOf
            label={say(T.relation)}
            options={RELATIONS.filter((key) => key === relation || free.includes(key)).map((key) => ({
              key,
              label: say(T[key]),
            }))}
            value={relation}
            onChange={(key) => onChange(withBound(bounds, at, { relation: key, value }))}
          />
          <input
            class="field number"
            inputMode="decimal"
            autocomplete="off"
            size={8}
            aria-label={say(T.value)}
            value={value}
            onInput={(event) =>
              onChange(
                withBound(bounds, at, { relation, value: digits(event.currentTarget.value) }),
                `number ${at}`,
              )
            }
          />
          {(bounds.length > 1 || open) && (
            <button
              type="button"
              class="btn quiet remove"
              aria-label={say(T.removeBound)}
              onClick={() => onChange(bounds.filter((_, place) => place !== at))}
            >
              <span aria-hidden="true">×</span>
            </button>
          )}
        </span>
      ))}
      {unit && <span>{unitLabel(unit, localeStore.get())}</span>}
      {bounds.length < 2 && free.length > 0 && (
        <More
          onPress={() =>
            onChange([...bounds, { relation: bounds.length === 0 ? 'lessThan' : free[0]!, value: '' }])
          }
        />
      )}
    </>
  );
}

function More({ onPress }: { readonly onPress: () => void }) {
  return (
    <button type="button" class="btn quiet" onClick={onPress}>
      {say(T.more)}
    </button>
  );
}

interface OneOfProps<Key extends string> {
  readonly label: string;
  readonly options: readonly { readonly key: Key; readonly label: string }[];
  readonly value: Key;
  readonly onChange: (key: Key) => void;
}

function OneOf<Key extends string>({ label, options, value, onChange }: OneOfProps<Key>) {
  return (
    <select
      class="field"
      aria-label={label}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value as Key)}
    >
      {options.map((one) => (
        <option key={one.key} value={one.key}>
          {one.label}
        </option>
      ))}
    </select>
  );
}

interface OptionsProps {
  readonly fact: FactWordsFragment | undefined;
  readonly name: string;
  readonly chosen: readonly string[];
  readonly onChange: (options: readonly string[]) => void;
}

/** Options of a fact: of those that it has, of the classification, or whatever one writes. */
function Options({ fact, name, chosen, onChange }: OptionsProps) {
  const names = useNames(name === 'industries' ? chosen : [], []);
  const label = say(T.option);
  const labelOf = (key: string) => {
    const industry = names.get(key);
    return name === 'industries' ? `${key} ${industry ? say(industry) : ''}` : optionLabel(name, key);
  };
  const same = { label, chosen, labelOf, onChange };
  if (name === 'industries') return <SomeFound {...same} useFound={useIndustriesFound} />;
  if (fact?.options)
    return <SomeOf {...same} options={fact.options.map((key) => ({ key, label: labelOf(key) }))} />;
  return <SomeFound {...same} useFound={asTyped} />;
}
const asTyped = (typed: string): readonly Option[] => (typed === '' ? [] : [{ key: typed, label: typed }]);

function Chemical({ form, words, onChange }: TestEditorProps<TestForm & { readonly kind: 'chemical' }>) {
  const { scope, of, activities, fraction, moreThan } = form;
  return (
    <>
      <OneOf
        label={say(T.which)}
        options={SCOPES.map((key) => ({ key, label: say(SCOPE_LABELS[key]) }))}
        value={scope}
        onChange={(key) => onChange({ ...form, scope: key, of: listLike(key) === listLike(scope) ? of : '' })}
      />
      {scope === 'cas' && (
        <Search
          label={say(T.cas)}
          value={of}
          open
          useFound={useSubstancesFound}
          onPick={({ key }) => onChange({ ...form, of: key })}
        />
      )}
      {listLike(scope) && (
        <select
          class="field"
          aria-label={say(T.listName)}
          value={of}
          onChange={(event) => onChange({ ...form, of: event.currentTarget.value })}
        >
          {of === '' && (
            <option value="" disabled>
              {say(T.choose)}
            </option>
          )}
          {of !== '' && !words.lists.has(of) && <option value={of}>{of}</option>}
          {[...words.lists].map(([key, name]) => (
            <option key={key} value={key}>
              {say(name)}
            </option>
          ))}
        </select>
      )}
      <span class="row tight">
        {activities === null ? (
          <button type="button" class="btn quiet" onClick={() => onChange({ ...form, activities: [] })}>
            {say(T.someActivities)}
          </button>
        ) : (
          <>
            <span>{say(T.activities)}</span>
            <SomeOf
              label={say(T.activities)}
              options={ACTIVITIES.map((key) => ({ key, label: optionLabel('activities', key) }))}
              chosen={activities}
              labelOf={(key) => optionLabel('activities', key)}
              onChange={(chosen) =>
                onChange({ ...form, activities: chosen.length === 0 ? null : (chosen as Activity[]) })
              }
            />
          </>
        )}
        {fraction === null ? (
          <button
            type="button"
            class="btn quiet"
            onClick={() => onChange({ ...form, fraction: [{ relation: 'moreThan', value: '' }] })}
          >
            {say(T.someFraction)}
          </button>
        ) : (
          <>
            <span>{say(T.fraction)}</span>
            <Bounds
              bounds={fraction}
              unit="%"
              open
              onChange={(bounds, typing) =>
                onChange(
                  { ...form, fraction: bounds.length === 0 ? null : bounds },
                  typing && `fraction ${typing}`,
                )
              }
            />
          </>
        )}
        {moreThan === null ? (
          <button type="button" class="btn quiet" onClick={() => onChange({ ...form, moreThan: '' })}>
            {say(T.someAmount)}
          </button>
        ) : (
          <>
            <span>{say(T.amount)}</span>
            <input
              class="field number"
              inputMode="decimal"
              size={6}
              aria-label={say(T.amount)}
              value={moreThan}
              onInput={(event) =>
                onChange({ ...form, moreThan: digits(event.currentTarget.value) }, 'amount')
              }
            />
            <span>t</span>
            <button
              type="button"
              class="btn quiet remove"
              aria-label={say(T.removeBound)}
              onClick={() => onChange({ ...form, moreThan: null })}
            >
              <span aria-hidden="true">×</span>
            </button>
          </>
        )}
      </span>
    </>
  );
}

const SCOPE_LABELS = {
  cas: text('指定物质', 'the substance'),
  list: text('名单内的', 'of the list'),
  outsideList: text('名单外的', 'not of the list'),
  any: text('任意', 'any'),
};
const listLike = (scope: string): boolean => scope === 'list' || scope === 'outsideList';
const ACTIVITIES = Object.keys(OPTION_LABELS.activities!) as Activity[];

function Product({ form, words, onChange }: TestEditorProps<TestForm & { readonly kind: 'product' }>) {
  const { product, unit, of, bounds } = form;
  return (
    <>
      <Search
        label={say(T.productName)}
        value={product}
        open
        useFound={productsFound(words)}
        onPick={(option) => {
          const { units = [] } = option as Option & { readonly units?: readonly string[] };
          onChange({ ...form, product: option.key, unit: unit || (units[0] ?? '') });
        }}
      />
      <OneOf
        label={say(T.capacity)}
        options={(Object.keys(CAPACITIES) as CapacityOf[]).map((key) => ({
          key,
          label: say(CAPACITIES[key]),
        }))}
        value={of}
        onChange={(key) => onChange({ ...form, of: key })}
      />
      {bounds.length === 0 && <span>{say(T.whatever)}</span>}
      <Bounds bounds={bounds} open onChange={(next, typing) => onChange({ ...form, bounds: next }, typing)} />
      <input
        class="field"
        size={7}
        aria-label={say(T.unit)}
        placeholder={say(T.unit)}
        value={unit}
        onInput={(event) => onChange({ ...form, unit: event.currentTarget.value.trim() }, 'unit')}
      />
    </>
  );
}

const CAPACITIES: Readonly<Record<CapacityOf, Text>> = {
  CAPACITY: text('产能', 'capacity'),
  PER_LINE: text('单线产能', 'capacity per line'),
  ADDED: text('新增产能', 'added capacity'),
};

const T = {
  about: text('事项', 'What it is about'),
  choose: text('请选择…', 'Choose…'),
  ofProject: text('项目情况', 'The project'),
  ofZone: text('园区情况', 'The zone'),
  ofCatalogs: text('目录自定的事项', 'Defined by catalogs'),
  chemical: text('化学品', 'a chemical'),
  product: text('产品', 'a product'),
  relation: text('关系', 'Relation'),
  value: text('数值', 'Value'),
  and: text('且', 'and'),
  more: text('＋ 界限', '＋ a bound'),
  removeBound: text('移除界限', 'Remove the bound'),
  lessThan: text('低于', 'less than'),
  atMost: text('不超过', 'at most'),
  atLeast: text('不低于', 'at least'),
  moreThan: text('超过', 'more than'),
  before: text('早于', 'before'),
  onOrAfter: text('不早于', 'on or after'),
  day: text('日期', 'Day'),
  yes: text('为 是', 'is yes'),
  no: text('为 否', 'is no'),
  oneOf: text('属于', 'is one of'),
  option: text('选项', 'an option'),
  includesAny: text('包含任一', 'include any of'),
  includesAll: text('包含全部', 'include all of'),
  includesNone: text('均不包含', 'include none of'),
  which: text('化学品范围', 'Which'),
  cas: text('名称或 CAS 号', 'Name or CAS number'),
  listName: text('名单', 'List'),
  activities: text('活动', 'Activities'),
  someActivities: text('＋ 限活动', '＋ activities'),
  fraction: text('质量分数', 'Mass fraction'),
  someFraction: text('＋ 质量分数', '＋ mass fraction'),
  amount: text('设计最大量 超过', 'Designed maximum more than'),
  someAmount: text('＋ 数量', '＋ amount'),
  productName: text('产品名称', 'Product'),
  capacity: text('产能口径', 'Which capacity'),
  whatever: text('不限', 'whatever'),
  unit: text('单位', 'Unit'),
};

import { FORCE_LABELS, OPTION_LABELS } from '../../../domain/messages/labels.ts';
import type { Activity, EntryInput, Force, Measure, Nature } from '../generated/queries.ts';
import { Drawer } from '../parts/drawer.tsx';
import { Field, FieldGroup } from '../parts/field.tsx';
import { MEASURES, optionLabel } from '../parts/labels.ts';
import { ErrorNote } from '../parts/note.tsx';
import { SomeFound, SomeOf } from '../parts/picker.tsx';
import { Tag } from '../parts/tag.tsx';
import { useNames } from '../portal/use-names.ts';
import { say, text } from '../shell/locale.ts';
import { ConditionEditor } from './condition-editor.tsx';
import { setEntry } from './draft-work.ts';
import type { Line } from './edits.ts';
import { BasisItems, Exceptions, Requirements, Said } from './entry-items.tsx';
import { useIndustriesFound } from './finders.ts';
import { ListInput } from './list-input.tsx';
import { type Place, usePlaces } from './places.ts';
import { type Trial, useTrial } from './trial.ts';
import { useWords } from './words.ts';

interface EntryDrawerProps {
  readonly catalog: { readonly id: string; readonly jurisdiction: { readonly id: string } };
  readonly line: Line;
  readonly onClose: () => void;
}

/** One entry of a draft with all that it can say, and at its side what that comes to. */
export function EntryDrawer({ catalog, line, onClose }: EntryDrawerProps) {
  const { entry } = line;
  const words = useWords(catalog.id);
  const places = usePlaces(catalog.jurisdiction.id).filter(({ id }) => id !== catalog.jurisdiction.id);
  const trial = useTrial(catalog.id, entry);
  const faultAt = (path: string) => faultIn(trial, path, entry);
  const set = (more: Partial<EntryInput>, typing: string | null = null) =>
    setEntry(catalog.id, line.id, { ...entry, ...more }, typing);
  const { industries, territory, responsibility } = entry;
  return (
    <Drawer title={say(T.title, { code: entry.code })} onClose={onClose}>
      <form class="stack" onSubmit={(event) => event.preventDefault()}>
        <div>
          <Choice
            label={say(T.measure)}
            options={(Object.keys(MEASURES) as Measure[]).map((key) => [key, say(MEASURES[key].text)])}
            value={entry.measure ?? null}
            onChange={(measure) => set({ measure })}
          />
          <Choice
            label={say(T.force)}
            options={(Object.keys(FORCE_LABELS) as Force[]).map((key) => [key, say(FORCE_LABELS[key])])}
            value={entry.force ?? 'MANDATORY'}
            onChange={(force) => set({ force })}
          />
          <Field label={say(T.text)} error={faultAt('text')}>
            {(of) => (
              <textarea
                {...of}
                rows={3}
                value={entry.text?.zh ?? ''}
                onInput={(event) => set({ text: { ...entry.text, zh: event.currentTarget.value } }, 'text')}
              />
            )}
          </Field>
          <FieldGroup label={say(T.industries)} error={faultAt('industries')}>
            <Industries
              label={say(T.industry)}
              chosen={industries?.include ?? []}
              onChange={(include) => set({ industries: { ...industries, include } })}
            />
            {(industries?.include.length ?? 0) === 0 && <p class="hint">{say(T.everyIndustry)}</p>}
          </FieldGroup>
          {(industries?.include.length ?? 0) > 0 && (
            <FieldGroup label={say(T.except)}>
              <Industries
                label={say(T.exceptIndustry)}
                chosen={industries?.except ?? []}
                onChange={(except) => set({ industries: { include: industries?.include ?? [], except } })}
              />
            </FieldGroup>
          )}
          <FieldGroup label={say(T.natures)} error={faultAt('natures')}>
            <Some
              fact="natures"
              label={say(T.natures)}
              chosen={entry.natures ?? []}
              onChange={(natures) => set({ natures: natures as Nature[] })}
            />
          </FieldGroup>
          <FieldGroup label={say(T.activities)} error={faultAt('activities')}>
            <Some
              fact="activities"
              label={say(T.activities)}
              chosen={entry.activities ?? []}
              onChange={(activities) => set({ activities: activities as Activity[] })}
            />
          </FieldGroup>
          <FieldGroup label={say(T.territory)} error={faultAt('territory')}>
            <Territory
              label={say(T.place)}
              places={places}
              chosen={territory?.include ?? []}
              onChange={(include) => set({ territory: { ...territory, include } })}
            />
            {(territory?.include?.length ?? 0) === 0 && <p class="hint">{say(T.everyPlace)}</p>}
            <p class="row tight">
              <span class="muted">{say(T.except)}</span>
              <Territory
                label={say(T.exceptPlace)}
                places={places}
                chosen={territory?.except ?? []}
                onChange={(except) => set({ territory: { ...territory, except } })}
              />
            </p>
          </FieldGroup>
        </div>

        <section class="stack-tight">
          <h3>{say(T.when)}</h3>
          {words ? (
            <ConditionEditor
              label={say(T.when)}
              value={entry.when}
              words={words}
              onChange={(when, typing) => set({ when }, typing && `when ${typing}`)}
            />
          ) : (
            <p class="muted">{say(T.loading)}</p>
          )}
          <Said text={sentenceOf(trial)} error={faultAt('when')} />
          <label class="tick">
            <input
              type="checkbox"
              checked={entry.conditionsPending === true}
              onChange={(event) => set({ conditionsPending: event.currentTarget.checked })}
            />
            {say(T.pending)}
          </label>
        </section>

        <Examples trial={trial} />

        {words && (
          <>
            <section class="stack-tight">
              <h3>{say(T.exceptions)}</h3>
              <Exceptions
                items={entry.exceptions ?? []}
                words={words}
                faultAt={(path) => faultAt(`exceptions.${path}`)}
                saidOf={(key) =>
                  trial.trial?.entry?.exceptions.find((one) => one.key === key)?.whenText ?? undefined
                }
                onChange={(exceptions, typing) => set({ exceptions }, typing && `exceptions ${typing}`)}
              />
            </section>
            {(entry.measure === 'RESTRICTED' || (entry.requirements?.length ?? 0) > 0) && (
              <section class="stack-tight">
                <h3>{say(T.requirements)}</h3>
                <Requirements
                  items={entry.requirements ?? []}
                  words={words}
                  faultAt={(path) => faultAt(`requirements.${path}`)}
                  saidOf={(key) =>
                    trial.trial?.entry?.requirements.find((one) => one.key === key)?.whenText ?? undefined
                  }
                  onChange={(requirements, typing) =>
                    set({ requirements }, typing && `requirements ${typing}`)
                  }
                />
              </section>
            )}
          </>
        )}
        <section class="stack-tight">
          <h3>{say(T.basis)}</h3>
          <BasisItems
            items={entry.basis ?? []}
            faultAt={(path) => faultAt(`basis.${path}`)}
            onChange={(basis, typing) => set({ basis }, typing && `basis ${typing}`)}
          />
          <Said error={faultAt('basis')} />
        </section>

        <details>
          <summary>{say(T.more)}</summary>
          <div>
            {TEXTS.map((name) => (
              <Field key={name} label={say(T[name])} error={faultAt(name)}>
                {(of) => (
                  <input
                    {...of}
                    value={
                      (name === 'printedAs' || name === 'sortedAs' ? entry[name] : entry[name]?.zh) ?? ''
                    }
                    onInput={(event) => {
                      const said = event.currentTarget.value || undefined;
                      const value =
                        name === 'printedAs' || name === 'sortedAs'
                          ? said
                          : said && { ...entry[name], zh: said };
                      set({ [name]: value }, name);
                    }}
                  />
                )}
              </Field>
            ))}
            <Field label={say(T.textEn)} error={faultAt('text.en')}>
              {(of) => (
                <input
                  {...of}
                  value={entry.text?.en ?? ''}
                  onInput={(event) =>
                    set(
                      { text: { zh: entry.text?.zh ?? '', en: event.currentTarget.value || undefined } },
                      'textEn',
                    )
                  }
                />
              )}
            </Field>
            {DAYS.map((name) => (
              <Field key={name} label={say(T[name])} error={faultAt(name)}>
                {(of) => (
                  <input
                    {...of}
                    type="date"
                    value={entry[name] ?? ''}
                    onInput={(event) => set({ [name]: event.currentTarget.value || undefined }, name)}
                  />
                )}
              </Field>
            ))}
            <Field label={say(T.lead)} error={faultAt('responsibility')}>
              {(of) => (
                <input
                  {...of}
                  value={responsibility?.lead ?? ''}
                  onInput={(event) =>
                    set(
                      { responsibility: answering({ ...responsibility, lead: event.currentTarget.value }) },
                      'lead',
                    )
                  }
                />
              )}
            </Field>
            <Field label={say(T.cooperating)} hint={say(T.several)}>
              {(of) => (
                <ListInput
                  {...of}
                  items={responsibility?.cooperating ?? []}
                  onItems={(cooperating) =>
                    set({ responsibility: answering({ lead: responsibility?.lead ?? '', cooperating }) })
                  }
                />
              )}
            </Field>
          </div>
        </details>
      </form>
    </Drawer>
  );
}

const TEXTS = ['printedAs', 'sortedAs', 'replacement', 'remark'] as const;
const DAYS = ['validFrom', 'validTo', 'exemptIfApprovedBefore', 'deadline'] as const;

/** Nobody answers where nobody is named. */
const answering = ({ lead, cooperating = [] }: NonNullable<EntryInput['responsibility']>) =>
  lead === '' && (cooperating?.length ?? 0) === 0 ? undefined : { lead, cooperating };

const sentenceOf = ({ trial }: Trial): string | undefined => {
  const { said, saidEn } = trial?.entry ?? {};
  return said ? say({ zh: said, ...(saidEn && { en: saidEn }) }) : undefined;
};

/** What is wrong at a field or below it: what cannot be read, else what a rule says against it. */
function faultIn({ trial, answer }: Trial, path: string, entry: EntryInput): string | undefined {
  if (!trial || answer.loading) return undefined;
  // Rules name exceptions and requirements by their keys.
  const keyed = path.replace(
    ITEM,
    (_, field: 'exceptions' | 'requirements', at) => `${field}.${entry[field]?.[at]?.key}`,
  );
  const at = (field: string) =>
    [path, keyed].some((its) => field === its || (field.startsWith(`${its}.`) && !DEEPER.test(path)));
  const error = trial.userErrors.find(({ path: its }) => at(its?.join('.') ?? ''));
  if (error) return error.message;
  return trial.violations.find(({ field, severity }) => severity === 'ERROR' && at(field))?.message;
}
/** An item is told what is said of itself alone: its fields tell the rest. */
const ITEM = /^(exceptions|requirements)\.(\d+)/;
const DEEPER = /^(?:exceptions|requirements|basis)\.\d+$/;

/** A project on either side of the entry, in words. */
function Examples({ trial: { trial, answer } }: { readonly trial: Trial }) {
  const warnings = trial?.violations.filter(({ severity }) => severity === 'WARNING') ?? [];
  return (
    <section class="stack-tight examples" aria-busy={answer.loading}>
      <h3>{say(T.examples)}</h3>
      {answer.error && <ErrorNote error={answer.error} onRetry={answer.reload} />}
      {trial?.under && (
        <p>
          <Tag of={{ tone: 'refuse', text: T.under }} /> {trial.under.text}
        </p>
      )}
      {trial?.outside && (
        <p>
          <Tag of={{ tone: 'admit', text: T.outside }} /> {trial.outside.text}
        </p>
      )}
      {trial && !trial.under && !trial.outside && <p class="muted">{say(T.noExamples)}</p>}
      {warnings.map(({ rule, message }) => (
        <p key={`${rule} ${message}`} class="note">
          {message}
        </p>
      ))}
    </section>
  );
}

interface ChoiceProps<Key extends string> {
  readonly label: string;
  readonly options: readonly (readonly [Key, string])[];
  readonly value: Key | null;
  readonly onChange: (key: Key) => void;
}

function Choice<Key extends string>({ label, options, value, onChange }: ChoiceProps<Key>) {
  return (
    <FieldGroup label={label}>
      <span class="row tight">
        {options.map(([key, name]) => (
          <label key={key} class="choice small">
            <input type="radio" name={label} checked={value === key} onChange={() => onChange(key)} />
            {name}
          </label>
        ))}
      </span>
    </FieldGroup>
  );
}

interface ChosenProps {
  readonly label: string;
  readonly chosen: readonly string[];
  readonly onChange: (chosen: readonly string[]) => void;
}

function Industries(props: ChosenProps) {
  const names = useNames(props.chosen, []);
  const labelOf = (code: string) => {
    const name = names.get(code);
    return name ? `${code} ${say(name)}` : code;
  };
  return <SomeFound {...props} labelOf={labelOf} useFound={useIndustriesFound} />;
}

/** Options of a built-in fact. */
function Some({ fact, ...props }: ChosenProps & { readonly fact: string }) {
  const labelOf = (key: string) => optionLabel(fact, key);
  return (
    <>
      <SomeOf
        {...props}
        labelOf={labelOf}
        options={Object.keys(OPTION_LABELS[fact]!).map((key) => ({ key, label: labelOf(key) }))}
      />
      {props.chosen.length === 0 && <span class="hint"> {say(T.all)}</span>}
    </>
  );
}

function Territory({ places, ...props }: ChosenProps & { readonly places: readonly Place[] }) {
  const labelOf = (id: string) => {
    const place = places.find((one) => one.id === id);
    return place ? say(place.name) : id;
  };
  return (
    <SomeFound
      {...props}
      labelOf={labelOf}
      useFound={(search) =>
        search === ''
          ? []
          : places
              .filter(({ id, name }) => say(name).includes(search) || id.includes(search))
              .slice(0, 12)
              .map(({ id, name }) => ({ key: id, label: say(name) }))
      }
    />
  );
}

const T = {
  title: text('条目 {code}', 'Entry {code}'),
  loading: text('正在加载…', 'Loading…'),
  measure: text('措施', 'Measure'),
  force: text('约束力', 'Force'),
  text: text('条目内容', 'Wording'),
  textEn: text('英文译文', 'In English'),
  industries: text('行业', 'Industries'),
  industry: text('行业', 'an industry'),
  exceptIndustry: text('除外行业', 'an industry left out'),
  everyIndustry: text('未选即全部行业。', 'Every industry where none is chosen.'),
  except: text('除外', 'Left out'),
  natures: text('建设性质', 'Natures'),
  activities: text('活动', 'Activities'),
  all: text('未选即全部', 'all where none is chosen'),
  territory: text('区域', 'Territory'),
  place: text('区域', 'a place'),
  exceptPlace: text('除外区域', 'a place left out'),
  everyPlace: text('未选即目录的全部区域。', 'All of the catalog’s jurisdiction where none is chosen.'),
  when: text('限定条件', 'Condition'),
  pending: text('条件待编写（不能发布）', 'Conditions are still to be written (cannot be published)'),
  examples: text('举例', 'For example'),
  under: text('适用', 'falls under it'),
  outside: text('不适用', 'does not'),
  noExamples: text(
    '条目能够识别后，这里举出适用和不适用的项目各一。',
    'Once it can be read, a project under it and one outside stand here.',
  ),
  exceptions: text('除外情形', 'Exceptions'),
  requirements: text('限制条件', 'Requirements'),
  basis: text('法律依据', 'Legal basis'),
  more: text('其他：期限、部门、备注', 'More: days, departments, remark'),
  printedAs: text('印发序号', 'As printed'),
  sortedAs: text('排序编号', 'Sorted as'),
  replacement: text('替代方案', 'Replacement'),
  remark: text('备注', 'Remark'),
  validFrom: text('有效期起', 'Valid from'),
  validTo: text('有效期止', 'Valid to'),
  exemptIfApprovedBefore: text('此前已批准的除外', 'But approved before'),
  deadline: text('完成期限', 'Deadline'),
  lead: text('牵头部门', 'Leading department'),
  cooperating: text('配合部门', 'Cooperating'),
  several: text('多个用顿号分开。', 'Separate them by commas.'),
};

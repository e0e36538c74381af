import { useState } from 'preact/hooks';
import { LEVEL_LABELS } from '../../../domain/messages/labels.ts';
import {
  ChangeRegion,
  ChangeZone,
  FactDefinitionsOfZone,
  type JurisdictionLevel,
  type RecordFragment,
  RegisterRegion,
  RegisterZone,
  type RiskGrade,
  type ZoneKind,
  type ZoneLevel,
} from '../generated/queries.ts';
import { ActDialog } from '../parts/act-dialog.tsx';
import { Field } from '../parts/field.tsx';
import { optionLabel } from '../parts/labels.ts';
import { ask } from '../shell/ask.ts';
import { say, type Text, text } from '../shell/locale.ts';
import { notBefore, today } from '../shell/today.ts';
import { useLookup } from '../shell/troubles.ts';
import { FactFields, statedValue, typedValue, type ZoneFact } from './fact-fields.tsx';
import { type Parent, ParentField } from './parent-field.tsx';
import { PositioningField } from './positioning-field.tsx';

export type RecordAct = 'CHANGE' | 'REOPEN' | 'ADD_ZONE' | 'ADD_REGION';

interface RecordDialogProps {
  readonly act: RecordAct;
  /** What is changed or reopened, or what the new one lies in. */
  readonly of: RecordFragment;
  readonly onClose: () => void;
  readonly onDone: (result: 'DONE' | 'PROPOSED') => void;
}

/** The fields as they are typed. */
interface Typed {
  readonly from: string;
  readonly code: string;
  readonly zh: string;
  readonly en: string;
  readonly parent: string;
  readonly level: string;
  readonly kind: string;
  readonly zoneLevel: string;
  readonly riskGrade: string;
  /** One a line. */
  readonly positioning: string;
  /** One a line: `core 核心区`. */
  readonly areas: string;
  readonly suspended: string;
}

/** What is registered of a region or zone from a day on, with the reason. */
export function RecordDialog({ act, of, onClose, onDone }: RecordDialogProps) {
  const isNew = act === 'ADD_ZONE' || act === 'ADD_REGION';
  const isZone = isNew ? act === 'ADD_ZONE' : of.__typename === 'Zone';
  const before = isNew ? blank(of) : typedOf(of);
  const first = isNew ? today() : notBefore(of.effectiveFrom);
  const [typed, setTyped] = useState<Typed>({ ...before, from: first });
  const declared = of.__typename === 'Zone' && !isNew ? of.facts : [];
  const factsBefore = Object.fromEntries(declared.map(({ key, value }) => [key, typedValue(value)]));
  const [facts, setFacts] = useState<Readonly<Record<string, string>>>(factsBefore);
  const asked = useLookup(FactDefinitionsOfZone, isZone && !isNew ? { zone: of.id, on: first } : null);
  const definitions = (asked?.factDefinitions ?? []).filter(
    ({ about, key }) => about === 'ZONE' && !key.startsWith('zone.'),
  );
  const [parent, setParent] = useState<Parent | null>(of.parent);
  const [meant, setMeant] = useState<boolean | null>(null);
  const set = (name: keyof Typed) => (event: { readonly currentTarget: { readonly value: string } }) =>
    setTyped((old) => ({ ...old, [name]: event.currentTarget.value }));
  let result: 'DONE' | 'PROPOSED' = 'DONE';

  const run = async (reason: string) => {
    const answer = await send(
      { act, of, isZone, typed, before, definitions, facts, factsBefore },
      reason,
      meant,
    );
    if (answer.userErrors.some(({ code }) => TO_BE_MEANT.includes(code))) setMeant((old) => old ?? false);
    result = answer.proposal ? 'PROPOSED' : 'DONE';
    return answer.userErrors;
  };
  const input = (name: keyof Typed, label: Text, hint = '') => (
    <Field label={say(label)} hint={hint}>
      {(attributes) => <input {...attributes} value={typed[name]} onInput={set(name)} />}
    </Field>
  );
  const select = (name: keyof Typed, label: Text, options: readonly (readonly [string, string])[]) => (
    <Field label={say(label)}>
      {(attributes) => (
        <select {...attributes} value={typed[name]} onChange={set(name)}>
          {options.map(([value, words]) => (
            <option key={value} value={value}>
              {words}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
  return (
    <ActDialog
      title={say(TITLES[act])}
      lead={isNew ? say(T.below, { name: say(of.name) }) : say(T.lead)}
      act={say(T.act)}
      onClose={onClose}
      onDone={() => onDone(result)}
      run={run}
    >
      <Field label={say(T.from)} hint={say(T.fromHint)}>
        {(attributes) => <input {...attributes} type="date" value={typed.from} onChange={set('from')} />}
      </Field>
      {isNew && input('code', T.code, say(isZone ? T.zoneCode : T.regionCode))}
      {act === 'ADD_REGION' &&
        select(
          'level',
          T.rank,
          REGION_LEVELS.map((level) => [level, say(LEVEL_LABELS[level])]),
        )}
      {input('zh', T.zh)}
      {input('en', T.en)}
      {!isNew && (
        <ParentField
          parent={parent}
          // Also while another day is typed in.
          on={typed.from || first}
          onChoose={(chosen) => {
            setParent(chosen);
            setTyped((old) => ({ ...old, parent: chosen.id }));
          }}
        />
      )}
      {isZone && (
        <>
          {select('kind', T.kind, options('zone.kind', KINDS))}
          {select('zoneLevel', T.level, options('zone.level', LEVELS))}
          {select('riskGrade', T.grade, options('zone.riskGrade', GRADES))}
          {select('suspended', T.suspended, [
            ['false', say(T.no)],
            ['true', say(T.yes)],
          ])}
          <PositioningField
            chosen={linesOf(typed.positioning)}
            onChange={(chosen) => setTyped((old) => ({ ...old, positioning: chosen.join('\n') }))}
          />
          <Field label={say(T.areas)} hint={say(T.areasHint)}>
            {(attributes) => <textarea {...attributes} rows={2} value={typed.areas} onInput={set('areas')} />}
          </Field>
          <FactFields
            facts={definitions}
            values={facts}
            onChange={(key, value) => setFacts((old) => ({ ...old, [key]: value }))}
          />
        </>
      )}
      {meant !== null && (
        <label class="tick">
          <input
            type="checkbox"
            checked={meant}
            onChange={(event) => setMeant(event.currentTarget.checked)}
          />
          {say(T.meant)}
        </label>
      )}
    </ActDialog>
  );
}

/** Refusals that go away where it is said that it is meant all the same. */
const TO_BE_MEANT: readonly string[] = [
  'AREA_IN_USE',
  'TERRITORY_LEFT',
  'DEFINITION_LEFT',
  'PRODUCT_UNITS_DIFFER',
];

interface Entered {
  readonly act: RecordAct;
  readonly of: RecordFragment;
  readonly isZone: boolean;
  readonly typed: Typed;
  readonly before: Typed;
  readonly definitions: readonly ZoneFact[];
  readonly facts: Readonly<Record<string, string>>;
  readonly factsBefore: Readonly<Record<string, string>>;
}

/** What the record says as a whole, or of a change what is different. */
async function send(entered: Entered, reason: string, meant: boolean | null) {
  const { act, of, isZone, typed, before, definitions, facts, factsBefore } = entered;
  const common = {
    effectiveFrom: typed.from,
    ...(meant && { acknowledgeLostTerritory: true }),
    reason,
  };
  const name = { zh: typed.zh.trim(), en: typed.en.trim() || null };
  const zone = {
    kind: typed.kind as ZoneKind,
    zoneLevel: typed.zoneLevel as ZoneLevel,
    riskGrade: (typed.riskGrade || null) as RiskGrade | null,
    positioning: linesOf(typed.positioning),
    areas: areasOf(typed.areas, of),
    suspended: typed.suspended === 'true',
  };
  const { parent } = typed;
  if (act !== 'CHANGE') {
    const record = { ...common, code: typed.code.trim(), name };
    if (!isZone) {
      const level = typed.level as JurisdictionLevel;
      const input = { ...record, level, parent: parent || null };
      return (await ask(RegisterRegion, { input })).registerRegion;
    }
    const stated = definitions
      .filter(({ key }) => facts[key]?.trim())
      .map((fact) => ({ key: fact.key, value: statedValue(fact, facts[fact.key]!) }));
    const input = { ...record, parent, ...zone, facts: stated };
    return (await ask(RegisterZone, { input })).registerZone;
  }
  const differs = (field: keyof Typed) => typed[field] !== before[field];
  const changed = {
    ...common,
    ...((differs('zh') || differs('en')) && { name }),
    ...(differs('parent') && { parent }),
  };
  if (!isZone) return (await ask(ChangeRegion, { input: { ...changed, region: of.id } })).changeRegion;
  const ofZone = (Object.keys(zone) as (keyof typeof zone)[]).filter(differs);
  const restated = definitions.filter(({ key }) => (facts[key] ?? '') !== (factsBefore[key] ?? ''));
  const stated = restated.filter(({ key }) => facts[key]?.trim());
  const dropped = restated.filter(({ key }) => !facts[key]?.trim());
  const input = {
    ...changed,
    zone: of.id,
    ...Object.fromEntries(ofZone.map((field) => [field, zone[field]])),
    ...(stated.length > 0 && {
      facts: stated.map((fact) => ({ key: fact.key, value: statedValue(fact, facts[fact.key]!) })),
    }),
    ...(dropped.length > 0 && { dropFacts: dropped.map(({ key }) => key) }),
  };
  return (await ask(ChangeZone, { input })).changeZone;
}

/** Areas as they are typed; one that stays what it is called keeps its English name. */
function areasOf(lines: string, of: RecordFragment) {
  const there = of.__typename === 'Zone' ? of.areas : [];
  return linesOf(lines).map((line) => {
    const [key = '', ...words] = line.split(/\s+/);
    const zh = words.join(' ') || key;
    return { key, name: there.find((area) => area.key === key && area.name.zh === zh)?.name ?? { zh } };
  });
}

const linesOf = (lines: string): readonly string[] =>
  lines
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);

const blank = ({ id }: RecordFragment): Typed => ({
  from: '',
  code: '',
  zh: '',
  en: '',
  parent: id,
  level: 'COUNTY',
  kind: 'INDUSTRIAL_PARK',
  zoneLevel: 'OTHER',
  riskGrade: '',
  positioning: '',
  areas: '',
  suspended: 'false',
});

function typedOf(record: RecordFragment): Typed {
  const said = {
    ...blank(record),
    code: record.code,
    zh: record.name.zh,
    en: record.name.en ?? '',
    parent: record.parent?.id ?? '',
    level: record.level,
  };
  if (record.__typename !== 'Zone') return said;
  return {
    ...said,
    kind: record.kind,
    zoneLevel: record.zoneLevel,
    riskGrade: record.riskGrade,
    positioning: record.positioning.join('\n'),
    areas: record.areas.map(({ key, name }) => `${key} ${name.zh}`).join('\n'),
    suspended: String(record.suspended),
  };
}

const options = (fact: string, values: readonly string[]) =>
  values.map((value) => [value, value ? optionLabel(fact, value) : say(T.usual)] as const);

const REGION_LEVELS: readonly JurisdictionLevel[] = ['PROVINCE', 'PREFECTURE', 'COUNTY'];
const KINDS: readonly ZoneKind[] = [
  'DEVELOPMENT_ZONE',
  'HIGH_TECH_ZONE',
  'INDUSTRIAL_PARK',
  'CHEMICAL_PARK',
  'OUTSIDE',
];
const LEVELS: readonly ZoneLevel[] = ['NATIONAL', 'PROVINCIAL', 'OTHER'];
const GRADES: readonly ('' | RiskGrade)[] = ['', 'A', 'B', 'C', 'D', 'UNRATED', 'NONE'];

const TITLES: Readonly<Record<RecordAct, Text>> = {
  CHANGE: text('变更登记', 'Change what is registered'),
  REOPEN: text('恢复登记', 'Reopen'),
  ADD_ZONE: text('新增园区', 'Add a zone'),
  ADD_REGION: text('新增行政区域', 'Add a region'),
};

const T = {
  below: text('在“{name}”之下。', 'Below {name}.'),
  lead: text(
    '只改需要改的；除更名外须由另一位管理人员确认。',
    'Change what is different. But for a new name another admin confirms it.',
  ),
  act: text('登记', 'Register'),
  from: text('生效日期', 'From'),
  fromHint: text('从这一天起这样登记。', 'It holds from this day on.'),
  code: text('代码', 'Code'),
  zoneCode: text('字母、数字、“-”“_”“.”。', 'Letters, digits, “-”, “_”, “.”.'),
  regionCode: text('GB/T 2260 行政区划代码。', 'Division code of GB/T 2260.'),
  rank: text('层级', 'Rank'),
  zh: text('名称', 'Name'),
  en: text('英文名称', 'English name'),
  kind: text('类型', 'Kind'),
  level: text('级别', 'Level'),
  grade: text('安全风险等级', 'Risk grade'),
  usual: text('按类型', 'by the kind'),
  suspended: text('暂停审批', 'Suspended'),
  yes: text('是', 'yes'),
  no: text('否', 'no'),
  areas: text('片区', 'Areas'),
  areasHint: text('每行一个：标识、空格、名称。', 'One a line: key, space, name.'),
  meant: text('已知悉上述影响，仍要办理', 'It is meant all the same'),
};

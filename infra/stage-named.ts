import { STAGES, type Stage } from './stages.ts';

/** @throws Error that names the stages there are */
export function stageNamed(name: unknown): Stage {
  const stage = typeof name === 'string' && Object.hasOwn(STAGES, name) ? STAGES[name] : undefined;
  if (stage === undefined)
    throw new Error(
      `There is no stage "${String(name)}". Say one of ${Object.keys(STAGES).join(', ')}: -c stage=dev`,
    );
  return stage;
}

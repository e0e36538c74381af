import { comparisonText } from '../../services/domain/comparison/comparison-text.ts';
import { actText } from '../../services/domain/comparison/revision-text.ts';
import { standingChangeText } from '../../services/domain/comparison/standing-change-text.ts';
import { recordItems } from '../../services/domain/register/register-change.ts';
import { lostTerritoryText, registerStepText } from '../../services/domain/register/register-step-text.ts';
import type { Locale } from '../../services/domain/values/text.ts';
import { lostTerritory } from '../../services/operations/register/lost-territory.ts';
import { comparedContents } from '../comparison/compared-contents.ts';
import { comparedVersion } from '../comparison/find-compared.ts';
import type { Context } from '../context.ts';
import type { ProposalEffectModel, ProposalModel } from '../models.ts';

/**
 * All that a proposal would change, in words: of a catalog what is to be done, from when to when which version counts
 * instead of which, and what these two say differently; of the register what becomes of the jurisdiction, and which
 * entries lose their territory by it.
 */
export async function proposalText(
  { catalog, proposal }: ProposalModel,
  effects: readonly ProposalEffectModel[],
  locale: Locale,
  context: Context,
): Promise<string> {
  const { reads, deps } = context;
  if (catalog === null) {
    const { records, acknowledgeLostTerritory } = proposal.act;
    const register = await reads.register();
    const step = registerStepText(
      recordItems(records, register.jurisdictions),
      await reads.placeNames(),
      locale,
    );
    const lost = acknowledgeLostTerritory ? await lostTerritory(deps, register, records) : [];
    return [step, ...lost.map((each) => lostTerritoryText(each, locale))].join('\n');
  }
  const changes = await Promise.all(effects.map((effect) => effectText(effect, locale, context)));
  return [actText(proposal, locale), ...changes.flat()].join('\n');
}

async function effectText(
  effect: ProposalEffectModel,
  locale: Locale,
  context: Context,
): Promise<readonly string[]> {
  const { catalog, before, after } = effect;
  const said = standingChangeText(effect, locale);
  if (!before || !after) return [said];
  const [from, to] = await Promise.all(
    [before, after].map(({ number }) => comparedVersion(catalog, number, context)),
  );
  const { comparison, wording } = await comparedContents(from!, to!, context);
  const sides = [{ version: before.number }, { version: after.number }] as const;
  return [said, comparisonText(comparison, ...sides, await wording(locale))];
}

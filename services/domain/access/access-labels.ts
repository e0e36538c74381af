import type { Text } from '../values/text.ts';
import { text } from '../values/text.ts';
import type { Action } from './access.ts';

/** What an action is called, which jurisdiction must lie in the scope of the role, and where the API offers it. */
interface ActionLabel {
  readonly what: Text;
  readonly where: Text;
  /** `<type>.<field>` */
  readonly fields: readonly string[];
}

const OF_CATALOG = text('目录所属管辖区域', 'that of the catalog');

/** Every action of `ACCESS` in words: printed as `docs/access.md`. */
export const ACTION_LABELS: Readonly<Record<Action, ActionLabel>> = {
  REGISTER_JURISDICTION: {
    what: text(
      '登记、变更、撤销管辖区域；须双人办理的，提请和（由另一人）确认',
      'enter, change and close jurisdictions; where it takes two persons, propose it and (another one) confirm it',
    ),
    where: text(
      '变更：该区域本身；登记、撤销、恢复：其上级（无上级的，为该区域本身；已有其他根区域的，登记时还须为各根区域）；划转：原上级和新上级',
      'to change: the jurisdiction itself; to enter, close or reopen: its parent (of a root, itself, and to enter one beside others every root there is); to move: the old parent and the new',
    ),
    fields: [
      'Mutation.registerRegion',
      'Mutation.registerZone',
      'Mutation.changeRegion',
      'Mutation.changeZone',
      'Mutation.closeJurisdiction',
      'Mutation.confirmProposal',
      'Mutation.withdrawProposal',
    ],
  },
  CREATE_CATALOG: {
    what: text('新建目录', 'create a catalog'),
    where: OF_CATALOG,
    fields: ['Mutation.createCatalog'],
  },
  READ_DRAFT: {
    what: text('查看和检查草案', 'see and check the draft'),
    where: OF_CATALOG,
    fields: ['Catalog.draft', 'Query.checkDraft', 'Query.compare'],
  },
  READ_HISTORY: {
    what: text('查看修订记录', 'see the history'),
    where: OF_CATALOG,
    fields: [
      'Catalog.history',
      'Catalog.seal',
      'Catalog.entryHistory',
      'Catalog.proposals',
      'Query.proposal',
      'Query.verifyHistory',
      'Query.exportHistory',
      'Withdrawal.by',
      'Withdrawal.reason',
    ],
  },
  READ_REGISTER_HISTORY: {
    what: text('查看、核对和导出名录修订记录', 'see, verify and export the history of the register'),
    where: text(
      '查看：该条记录涉及的全部管辖区域；核对、导出：所有根区域',
      'to see a step: every jurisdiction that it concerns; to verify and export: every root',
    ),
    fields: [
      'Query.registerHistory',
      'Query.registerSeal',
      'Query.registerProposals',
      'Query.proposal',
      'Query.verifyRegister',
      'Query.exportRegister',
    ],
  },
  EDIT_DRAFT: {
    what: text('编制草案', 'open and edit the draft'),
    where: OF_CATALOG,
    fields: [
      'Mutation.openDraft',
      'Mutation.putEntries',
      'Mutation.stageEntries',
      'Mutation.applyStagedEdit',
      'Query.stagedEdit',
      'Mutation.removeEntries',
      'Mutation.putDefinitions',
      'Mutation.removeDefinitions',
      'Mutation.changeDetails',
    ],
  },
  SUBMIT_DRAFT: {
    what: text('提交草案', 'submit the draft'),
    where: OF_CATALOG,
    fields: ['Mutation.submitDraft'],
  },
  RETURN_DRAFT: {
    what: text('退回草案', 'send the draft back'),
    where: OF_CATALOG,
    fields: ['Mutation.returnDraft'],
  },
  DISCARD_DRAFT: {
    what: text('放弃草案', 'discard the draft'),
    where: OF_CATALOG,
    fields: ['Mutation.discardDraft'],
  },
  PUBLISH_DRAFT: {
    what: text(
      '发布草案（未参与编制和提交的人员）',
      'publish the draft (somebody who has neither edited nor submitted it)',
    ),
    where: OF_CATALOG,
    fields: ['Mutation.publishDraft'],
  },
  PROPOSE_WITHDRAWAL: {
    what: text(
      '提请撤回版本、废止目录、撤销废止；撤销提请',
      'propose to withdraw a version, to repeal the catalog or to reverse its repeal; withdraw such a proposal',
    ),
    where: OF_CATALOG,
    fields: ['Mutation.proposeWithdrawal', 'Mutation.proposeRepealReversal', 'Mutation.withdrawProposal'],
  },
  CONFIRM_WITHDRAWAL: {
    what: text(
      '确认上述提请（提请人和有关条文的编制、提交人员以外的人员）',
      'confirm it (somebody who has neither proposed it nor edited or submitted text that comes into force by it)',
    ),
    where: OF_CATALOG,
    fields: ['Mutation.confirmProposal'],
  },
  CONFIRM_DISCRETION: {
    what: text('认定一事一议的例外', 'confirm or deny an exception decided case by case'),
    where: text(
      '该例外指明的管辖区域，未指明的为目录所属管辖区域',
      'the one that the exception names, or that of the catalog',
    ),
    fields: ['Query.assess', 'Query.assessMany', 'Mutation.decideAdmission'],
  },
  HANDLE_BATCH: {
    what: text('建立、提交、结束、查看批次', 'make, fill, close and see batches'),
    where: text('批次的管辖区域', 'that of the batch'),
    fields: [
      'Mutation.createBatch',
      'Mutation.addToBatch',
      'Mutation.closeBatch',
      'Mutation.uploadList',
      'Query.batch',
      'Query.batches',
    ],
  },
  DECIDE: {
    what: text('办理准入决定', 'record a decision'),
    where: text('项目所在园区', 'the zone of the project'),
    fields: ['Mutation.decideAdmission', 'Mutation.decideBatch'],
  },
  READ_DECISION: {
    what: text('查看准入决定', 'see decisions'),
    where: text(
      '项目所在园区（以现在或决定之日的隶属关系为准）',
      'the zone of the project, by its lineage of today or of the day of the decision',
    ),
    fields: [
      'Query.decision',
      'Query.decisions',
      'Query.node',
      'Query.verifyDecisions',
      'Query.exportDecisions',
    ],
  },
};

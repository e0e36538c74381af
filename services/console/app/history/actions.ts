import type { RevisionAction } from '../generated/queries.ts';
import { type Text, text } from '../shell/locale.ts';

/** What the steps of a catalog's history are called. */
export const ACTIONS: Readonly<Record<RevisionAction, Text>> = {
  OPEN_DRAFT: text('新建草案', 'Opened the draft'),
  PUT_ENTRIES: text('录入条目', 'Entered entries'),
  PUT_DEFINITIONS: text('录入事项、名单和产品类别', 'Entered definitions'),
  REMOVE_ENTRIES: text('删除条目', 'Removed entries'),
  SUBMIT_DRAFT: text('提交草案', 'Submitted the draft'),
  CHANGE_DETAILS: text('修改目录信息', 'Changed the details'),
  REMOVE_DEFINITIONS: text('删除事项、名单和产品类别', 'Removed definitions'),
  RETURN_DRAFT: text('退回草案', 'Sent the draft back'),
  DISCARD_DRAFT: text('放弃草案', 'Discarded the draft'),
  PUBLISH_DRAFT: text('发布草案', 'Published the draft'),
  PROPOSE: text('提请', 'Proposed'),
  CONFIRM_PROPOSAL: text('确认提请', 'Confirmed a proposal'),
  WITHDRAW_PROPOSAL: text('撤销提请', 'Took a proposal back'),
};

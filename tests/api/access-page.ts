import { ACCESS, type Action, ROLES } from '../../services/domain/access/access.ts';
import { ACTION_LABELS } from '../../services/domain/access/access-labels.ts';

/** The page `docs/access.md`: the table of who may do what, in both languages. */
export function accessPage(): string {
  const actions = Object.keys(ACCESS) as Action[];
  return `${[
    INTRODUCTION,
    '## 权限表 / The table',
    row(['操作 / action', ...ROLES.map((role) => ROLE_NAMES[role]), '须有权限的管辖区域 / where']),
    row(['---', ...ROLES.map(() => ':-:'), '---']),
    ...actions.map((action) => {
      const { what, where } = ACTION_LABELS[action];
      const roles: readonly string[] = ACCESS[action];
      const marks = ROLES.map((role) => (roles.includes(role) ? '✓' : ''));
      return row([`${what.zh}<br>${what.en}`, ...marks, `${where.zh}<br>${where.en}`]);
    }),
    '\n## 接口 / In the API',
    row(['操作 / action', '接口 / fields']),
    row(['---', '---']),
    ...actions.map((action) =>
      row([`\`${action}\``, ACTION_LABELS[action].fields.map((field) => `\`${field}\``).join(' ')]),
    ),
  ].join('\n')}\n`;
}

const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;

const ROLE_NAMES: Readonly<Record<(typeof ROLES)[number], string>> = {
  editor: '编制 `editor`',
  publisher: '发布 `publisher`',
  officer: '审批 `officer`',
  admin: '管理 `admin`',
};

const INTRODUCTION = `<!-- Made by tests/api/access-page.test.ts from services/domain/access/access.ts and access-labels.ts. Do not edit. -->
# 谁可以做什么 / Who may do what

角色写作 \`<角色>:<管辖区域编号>\`，例如 \`editor:zone_140881\`，对该管辖区域及其以下全部区域有效，对上级和其他区域无效。一人可有多个角色；
编制、提交和发布，以及提请和确认，须由不同的人办理，同一人有几种角色也不例外。

A role is written \`<role>:<id of a jurisdiction>\`, as \`editor:zone_140881\`. It holds there and in everything below, not
above and nowhere else. One person may have several; whoever edited or submitted a draft cannot publish it, and whoever
proposed something cannot confirm it, whatever other roles they have.

名录、行业分类、化学品、已发布的目录和预评估向所有人开放，无需登录。无权查看的内容一律视为不存在，答复与内容不存在时完全相同；
无权办理的事项答复 \`NOT_ALLOWED\`，不作任何变更。

The register, the classification, substances, published catalogs and assessments are open to everyone, without a token.
What somebody may not see is not there: the answer is the same as if it did not exist. What somebody may not do is
answered with \`NOT_ALLOWED\` and changes nothing.
`;

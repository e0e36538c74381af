import { actorOf } from '../auth/claims.ts';
import { grantOf } from '../auth/grants.ts';
import { ROLES } from '../domain/access/access.ts';
import { CannotStart } from './cannot-start.ts';
import { DEFAULT_DATA_FOLDER } from './data-folder.ts';
import { DEVELOPMENT_IDENTITY } from './development-issuer.ts';
import { parseOptions } from './parse-options.ts';

interface TokenOptions {
  readonly dataFolder: string;
  readonly subject: string;
  readonly roles: readonly string[];
}

/** The options of `npm run token`. */
export function readTokenOptions(args: readonly string[]): TokenOptions {
  const { values, positionals: roles } = parsed(args);
  const subject = values.as;
  if (actorOf({ sub: subject }, DEVELOPMENT_IDENTITY.rolesClaim) === null) {
    throw new CannotStart(
      `--as 后须填写姓名或账号，收到的是“${subject}”。`,
      `--as takes the name of a person, not "${subject}".`,
    );
  }
  if (roles.length === 0)
    throw new CannotStart('至少写一个角色。', `Name at least one role. Usage: ${USAGE}`);
  for (const role of roles) {
    if (grantOf(role) === null) {
      throw new CannotStart(
        `“${role}”不是角色，应写作 <角色>:<管辖区域编号>，角色有 ${ROLES.join('、')}，如 officer:zone_140881。`,
        `"${role}" is not a role. Write <role>:<jurisdiction id> with one of ${ROLES.join(', ')}, like officer:zone_140881.`,
      );
    }
  }
  return { subject, roles, dataFolder: values.data };
}

const parsed = (args: readonly string[]) =>
  parseOptions(
    {
      args: [...args],
      allowPositionals: true,
      options: {
        data: { type: 'string', default: DEFAULT_DATA_FOLDER },
        as: { type: 'string', default: 'developer' },
      },
    },
    USAGE,
  );

const USAGE = 'npm run token -- [--data DIR] [--as NAME] officer:<jurisdiction id> …';

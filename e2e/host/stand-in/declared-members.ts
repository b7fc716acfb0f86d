import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What `electron.d.ts` says of one member of a class or interface, on Linux. */
export type Declaration = 'method' | 'property' | 'absent';

type Side = 'instance' | 'static';

const DECLARATIONS = join(import.meta.dirname, '../../../node_modules/electron/electron.d.ts');
const MEMBER = /^ {4}(?<static>static )?(?:readonly )?(?<name>\w+)\??(?<mark>[(:])/;
const PLATFORM = /@platform (?<platforms>\S+)/;

let text: string | undefined;
const blocks = new Map<string, Map<string, Declaration>>();

/**
 * Says whether Electron declares `member` on `type`, inherited members included. A member that is only there on other
 * systems is `absent`, as it is in Electron on Linux. Reads `electron.d.ts` the first time only: nothing is read as
 * long as an app asks for what is stood in for.
 */
export function declaredMember(type: string, member: string, side: Side): Declaration {
  const block = membersOf(type);
  return block.get(`${side}:${member}`) ?? 'absent';
}

function membersOf(type: string): Map<string, Declaration> {
  const known = blocks.get(type);
  if (known) return known;
  text ??= readFileSync(DECLARATIONS, 'utf8');
  const found = new RegExp(
    `\\n  (?:class|interface) ${type}(?: extends (?<parent>[\\w.]+))? \\{\\n(?<body>.*?)\\n  \\}`,
    's',
  ).exec(text);
  const parent = found?.groups?.['parent'];
  const members = new Map(parent && !parent.endsWith('EventEmitter') ? membersOf(parent) : []);
  let platforms: string | undefined;
  for (const line of found?.groups?.['body']?.split('\n') ?? []) {
    if (line.startsWith('    /**')) platforms = undefined;
    platforms = PLATFORM.exec(line)?.groups?.['platforms'] ?? platforms;
    const member = MEMBER.exec(line)?.groups;
    if (!member) continue;
    const onLinux = platforms === undefined || platforms.split(',').includes('linux');
    const key = `${member['static'] ? 'static' : 'instance'}:${member['name']}`;
    if (onLinux) members.set(key, member['mark'] === '(' ? 'method' : 'property');
  }
  blocks.set(type, members);
  return members;
}

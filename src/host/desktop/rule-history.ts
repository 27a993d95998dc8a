import type Database from 'better-sqlite3-multiple-ciphers';
import type { ChannelResult } from '../../contract/channels.ts';
import type { Bilingual } from '../../core/language.ts';
import type { RuleProfile } from '../../core/finding/profile.ts';
import { formatParameter } from '../../core/rule/format-value.ts';
import type { RuleDefinition } from '../../core/rule/format.ts';

type Entry = ChannelResult<'rules.get'>['history'][number];

const TAILORED = /^rule=(\S*) now=(.*)$/u;
const PACK = /^(imported|stock)=(.*?)(?: rules=\d+)?(?: sha256=[0-9a-f]+)?$/u;
const SEVERITIES = { critical: '严重', major: '较重', minor: '一般' } as const;

/** What an inspection did with a rule, latest first: from the log, which nobody can change. */
export function ruleHistory(database: Database.Database, rule: RuleDefinition): Entry[] {
  const rows = database
    .prepare<[], { at: string; event: string; detail: string }>(
      "SELECT at, event, detail FROM log WHERE event IN ('tailored', 'packChanged') ORDER BY number DESC",
    )
    .all();
  return rows.flatMap(({ at, event, detail }): Entry[] => {
    const words = event === 'packChanged' ? packWords(detail) : tailoredWords(detail, rule);
    return words === null ? [] : [{ at, words }];
  });
}

function packWords(detail: string): Bilingual | null {
  const [, kind, version = ''] = PACK.exec(detail) ?? [];
  if (kind === undefined) return null;
  return kind === 'stock'
    ? { zh: `恢复随程序提供的规则包 ${version}`, en: `back to rule pack ${version} of the program` }
    : { zh: `导入规则包 ${version}`, en: `rule pack ${version} imported` };
}

/** @returns `null` where another rule was changed */
function tailoredWords(detail: string, rule: RuleDefinition): Bilingual | null {
  const [, changed = '', now = ''] = TAILORED.exec(detail) ?? [];
  const ids = changed.split(',').filter((id) => id !== '');
  const set = JSON.parse(now) as RuleProfile | 'stock' | 'profile';
  // A profile that changes nothing: everything was reset.
  if (ids.length === 0) return { zh: '全部规则恢复默认', en: 'all rules back to stock' };
  if (!ids.includes(rule.id)) return null;
  if (set === 'profile') return { zh: '套用裁剪方案', en: 'a profile was applied' };
  return profileWords(set, rule);
}

function profileWords(profile: RuleProfile | 'stock', rule: RuleDefinition): Bilingual {
  if (profile === 'stock') return { zh: '恢复默认', en: 'back to stock' };
  const { enabled, severity, parameters = {} } = profile;
  const parts: Bilingual[] = [
    ...(enabled === undefined ? [] : [enabled ? { zh: '启用', en: 'on' } : { zh: '停用', en: 'off' }]),
    ...(severity === undefined ? [] : [{ zh: `程度改为${SEVERITIES[severity]}`, en: `severity ${severity}` }]),
    ...Object.entries(parameters).map(([name, value]): Bilingual => {
      const definition = rule.parameters[name];
      const shown = definition === undefined ? String(value) : formatParameter(value, definition.unit, 'zh');
      const label = definition?.label ?? { zh: name, en: name };
      return { zh: `${label.zh}改为${shown}`, en: `${label.en}: ${shown}` };
    }),
  ];
  return { zh: parts.map(({ zh }) => zh).join('；'), en: parts.map(({ en }) => en).join('; ') };
}

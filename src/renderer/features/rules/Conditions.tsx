import { Segmented } from 'antd';
import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { ChannelResult } from '../../../contract/channels.ts';
import { pick } from '../../i18n/index.ts';
import { ClassTag, SeverityMark } from '../../ui/ClassTag.tsx';
import { Block } from './Block.tsx';

type Rule = ChannelResult<'rules.get'>;
type Part = Rule['conditions'][number];

/** One part of the conditions: its name, and line by line what must hold. */
function ConditionPart({ part }: { readonly part: Part }): ReactElement {
  const { t } = useTranslation();
  return (
    <li>
      <div className="condition-part">
        <strong>{t(`rules.part.${part.part}`)}</strong>
        {part.class === null ? null : <ClassTag value={part.class} />}
        {part.severity === null ? null : <SeverityMark value={part.severity} />}
      </div>
      <ul>
        {part.lines.map(({ depth, join, words, shown }, index) => (
          <li key={`${String(index)} ${words.zh}`} style={{ paddingLeft: `${String(depth * 1.4)}rem` }}>
            <span className="secondary condition-join">
              {join === null || part.part === 'excuses' ? '' : t(`rules.join.${join}`)}
            </span>
            <span>
              {pick(words)} {shown ? null : <span className="secondary">{t('rules.notShown')}</span>}
            </span>
          </li>
        ))}
      </ul>
    </li>
  );
}

/** The conditions in words; the rule as it is written one press away. */
export function Conditions({ rule }: { readonly rule: Rule }): ReactElement {
  const { t } = useTranslation();
  const [form, setForm] = useState<'words' | 'json'>('words');
  return (
    <Block title={t('rules.conditions')}>
      <Segmented
        size="small"
        value={form}
        onChange={setForm}
        options={(['words', 'json'] as const).map((value) => ({ value, label: t(`rules.${value}`) }))}
      />
      {form === 'words' ? (
        <ul className="condition-list">
          {rule.conditions.map((part, index) => (
            <ConditionPart key={`${part.part} ${String(index)}`} part={part} />
          ))}
        </ul>
      ) : (
        <pre tabIndex={0} aria-label={t('rules.json')}>
          {rule.json}
        </pre>
      )}
    </Block>
  );
}

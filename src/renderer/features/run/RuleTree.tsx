import { SearchOutlined } from '@ant-design/icons';
import { Button, Input, Segmented, Skeleton } from 'antd';
import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { RuleSummary } from '../../../contract/model.ts';
import { useCall } from '../../app/queries.ts';
import { useJob } from '../../app/use-job.ts';
import { articleNumber } from '../../i18n/article-number.ts';
import { ErrorPanel } from '../../ui/ErrorPanel.tsx';
import { ruleGroups, type RuleGrouping } from '../../ui/rule-groups.ts';
import { DifferenceDialog } from './DifferenceDialog.tsx';
import { DisableDialog } from './DisableDialog.tsx';
import { paceOf } from './pace.ts';
import { ProfileChooser } from './ProfileChooser.tsx';
import { RuleEditor } from './RuleEditor.tsx';
import { RuleFamily } from './RuleFamily.tsx';
import { RuleRow } from './RuleRow.tsx';
import { differencesOf } from './tailor.ts';
import { useSwitch } from './use-switch.ts';

/** Rules by article or by register: on or off, parameters, severity, how far they are, and whether they can be checked at all. */
export function RuleTree(): ReactElement {
  const { t } = useTranslation();
  const { data, error, refetch, isPending } = useCall('rules.list', {});
  const { data: coverage } = useCall('run.coverage', {});
  const { data: obstacles } = useCall('run.obstacles', {});
  const job = useJob('run');
  const [by, setBy] = useState<RuleGrouping>('clause');
  const [text, setText] = useState('');
  const [shut, setShut] = useState<ReadonlySet<string>>(new Set());
  const [editing, setEditing] = useState<RuleSummary | null>(null);
  const [comparing, setComparing] = useState(false);
  const rules = data ?? [];
  const { disabling, switched, ask, close, disabled, undo } = useSwitch(rules);
  const covered = new Map(coverage?.rules.map((one) => [one.ruleId, one]));
  const obstacleOf = new Map(obstacles?.map(({ ruleId, notCheckable }) => [ruleId, notCheckable]));
  const paces = new Map(job?.rules?.filter(({ total }) => total > 0).map((rule) => [rule.ruleId, paceOf(rule)]));
  const differences = differencesOf(rules);
  const wanted = rules.filter(({ title, registerLabel, id, clauses }) =>
    `${title.zh} ${title.en} ${registerLabel.zh} ${registerLabel.en} ${id} ${clauses.join(' ')}`
      .toLowerCase()
      .includes(text.toLowerCase()),
  );
  const toggle = (group: string): void => {
    const next = new Set(shut);
    if (!next.delete(group)) next.add(group);
    setShut(next);
  };
  return (
    <section className="block run-tree" aria-label={t('run.rules')}>
      <div className="block-head">
        <h2>{t('run.rules')}</h2>
        <span className="secondary nowrap">
          {t('run.enabledCount', { enabled: rules.filter(({ enabled }) => enabled).length, all: rules.length })}
        </span>
        <span className="grow" />
        <ProfileChooser differences={differences.length} />
      </div>
      <div className="tree-search">
        <Input
          prefix={<SearchOutlined aria-hidden="true" />}
          allowClear
          value={text}
          placeholder={t('run.find')}
          aria-label={t('run.find')}
          onChange={(event) => {
            setText(event.target.value);
          }}
        />
        <Segmented<RuleGrouping>
          aria-label={t('run.by')}
          value={by}
          options={(['clause', 'register'] as const).map((value) => ({ value, label: t(`rules.by.${value}`) }))}
          onChange={setBy}
        />
      </div>
      {error ? <ErrorPanel error={error} onRetry={() => void refetch()} /> : null}
      {isPending ? <Skeleton active /> : null}
      <ul className="tree">
        {ruleGroups(wanted, by).map(({ key, rules: own }) => (
          <RuleFamily
            key={`${by} ${key}`}
            title={by === 'clause' ? t('rules.article', { number: articleNumber(Number(key)) }) : key}
            rules={own}
            open={!shut.has(`${by} ${key}`)}
            onToggle={() => {
              toggle(`${by} ${key}`);
            }}
            onSwitch={ask}
            row={(rule) => (
              <RuleRow
                key={rule.id}
                rule={rule}
                coverage={covered.get(rule.id)}
                obstacle={obstacleOf.get(rule.id)}
                pace={paces.get(rule.id) ?? null}
                onSwitch={ask}
                onEdit={setEditing}
              />
            )}
          />
        ))}
      </ul>
      <div className="tree-switched" role="status">
        {switched ? (
          <>
            <span className="secondary">
              {t(switched.enabled ? 'run.switchedOn' : 'run.switchedOff', { count: switched.rules.length })}
            </span>
            <Button type="link" size="small" onClick={undo}>
              {t('run.undo')}
            </Button>
          </>
        ) : null}
      </div>
      <div className="tree-foot">
        <span className="secondary">
          {differences.length === 0 ? t('run.same') : t('run.difference', { count: differences.length })}
        </span>
        <span className="secondary">{t('run.policyNote')}</span>
        <span className="grow" />
        <Button
          type="link"
          size="small"
          onClick={() => {
            setComparing(true);
          }}
        >
          {t('run.view')}
        </Button>
      </div>
      {disabling ? <DisableDialog rules={disabling} onClose={close} onDisabled={disabled} /> : null}
      {editing ? (
        <RuleEditor
          rule={editing}
          onClose={() => {
            setEditing(null);
          }}
        />
      ) : null}
      {comparing ? (
        <DifferenceDialog
          differences={differences}
          onClose={() => {
            setComparing(false);
          }}
        />
      ) : null}
    </section>
  );
}

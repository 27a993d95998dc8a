import {
  CaretDownOutlined,
  CaretRightOutlined,
  CheckCircleFilled,
  SearchOutlined,
  SettingOutlined,
  StopOutlined,
} from '@ant-design/icons';
import { App as AntdApp, Button, Checkbox, Input, Skeleton } from 'antd';
import type { TFunction } from 'i18next';
import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { ChannelResult } from '../../../contract/channels.ts';
import type { RuleSummary } from '../../../contract/model.ts';
import { useCall } from '../../app/queries.ts';
import { useApp } from '../../app/store.ts';
import { pick } from '../../i18n/index.ts';
import { SeverityMark } from '../../ui/ClassTag.tsx';
import { ErrorPanel } from '../../ui/ErrorPanel.tsx';
import { DifferenceDialog } from './DifferenceDialog.tsx';
import { DisableDialog } from './DisableDialog.tsx';
import { differencesOf, tailor } from './tailor.ts';
import { RuleEditor } from './RuleEditor.tsx';

type Coverage = ChannelResult<'run.coverage'>['rules'][number];

/** Numbers and times fit a small box, with their unit; word lists only count. */
function parameterWords(rule: RuleSummary, t: TFunction): string | null {
  const parameter = rule.parameters.find(({ unit }) => unit !== 'list');
  if (parameter === undefined) return null;
  const { unit, value, policy } = parameter;
  return `${value} ${t(`rules.shortUnit.${unit}`)}`.trim() + (policy ? '*' : '');
}

interface RowProps {
  readonly rule: RuleSummary;
  readonly coverage: Coverage | undefined;
  readonly onDisable: (rule: RuleSummary) => void;
  readonly onEdit: (rule: RuleSummary) => void;
}

function RuleRow({ rule, coverage, onDisable, onEdit }: RowProps): ReactElement {
  const { t } = useTranslation();
  const { message } = AntdApp.useApp();
  const showRule = useApp((state) => state.showRule);
  const words = parameterWords(rule, t);
  const title = pick(rule.title);
  return (
    <li className="tree-row">
      <Checkbox
        checked={rule.enabled}
        disabled={rule.status !== 'active'}
        aria-label={title}
        onChange={(event) => {
          if (event.target.checked)
            tailor({ id: rule.id, enabled: true }).catch(() => message.warning(t('run.failed')));
          else onDisable(rule);
        }}
      />
      <button
        type="button"
        className="tree-name ellipsis"
        title={title}
        onClick={() => {
          showRule(rule.id);
        }}
      >
        {title}
      </button>
      <Button
        size="small"
        className={rule.tailored ? 'tree-parameter tailored' : 'tree-parameter'}
        aria-label={`${t('run.edit')} ${title}`}
        icon={words === null ? <SettingOutlined /> : null}
        onClick={() => {
          onEdit(rule);
        }}
      >
        {words}
      </Button>
      <SeverityMark value={rule.severity} />
      <span className="tree-state">
        {!rule.enabled ? (
          <span className="secondary" title={rule.disabledReason ?? ''}>
            {t('run.off')}
          </span>
        ) : coverage?.notCheckable ? (
          <span className="amber" title={t('run.notCheckable')}>
            <StopOutlined aria-hidden="true" /> {t('run.notCheckable')}
          </span>
        ) : coverage ? (
          <CheckCircleFilled className="ok" role="img" aria-label={t('run.checked')} title={t('run.checked')} />
        ) : null}
      </span>
    </li>
  );
}

interface FamilyProps {
  readonly article: string;
  readonly rules: readonly RuleSummary[];
  readonly open: boolean;
  readonly onToggle: () => void;
  readonly row: (rule: RuleSummary) => ReactElement;
}

function Family({ article, rules, open, onToggle, row }: FamilyProps): ReactElement {
  const { t } = useTranslation();
  return (
    <li>
      <button type="button" className="tree-family" aria-expanded={open} onClick={onToggle}>
        {open ? <CaretDownOutlined aria-hidden="true" /> : <CaretRightOutlined aria-hidden="true" />}
        <strong>{t('rules.article', { number: article })}</strong>
        <span className="grow" />
        <span className="secondary">
          {rules.filter(({ enabled }) => enabled).length} / {rules.length}
        </span>
      </button>
      {open ? <ul>{rules.map(row)}</ul> : null}
    </li>
  );
}

/** Rules by article of the resolution: on or off, parameters, severity, and whether they can be checked at all. */
export function RuleTree(): ReactElement {
  const { t } = useTranslation();
  const { data, error, refetch, isPending } = useCall('rules.list', {});
  const { data: coverage } = useCall('run.coverage', {});
  const [text, setText] = useState('');
  const [shut, setShut] = useState<ReadonlySet<string>>(new Set());
  const [disabling, setDisabling] = useState<RuleSummary | null>(null);
  const [editing, setEditing] = useState<RuleSummary | null>(null);
  const [comparing, setComparing] = useState(false);
  const rules = data ?? [];
  const covered = new Map(coverage?.rules.map((one) => [one.ruleId, one]));
  const differences = differencesOf(rules);
  const wanted = rules.filter((rule) =>
    `${rule.title.zh} ${rule.title.en} ${rule.id} ${rule.clauses.join(' ')}`.toLowerCase().includes(text.toLowerCase()),
  );
  const articles = Map.groupBy(wanted, (rule) => rule.clauses[0]?.split('.')[0] ?? '');
  const toggle = (article: string): void => {
    const next = new Set(shut);
    if (!next.delete(article)) next.add(article);
    setShut(next);
  };
  return (
    <section className="block run-tree" aria-label={t('run.rules')}>
      <div className="block-head">
        <h2>{t('run.rules')}</h2>
        <span className="secondary">
          {t('run.enabledCount', { enabled: rules.filter(({ enabled }) => enabled).length, all: rules.length })}
        </span>
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
      </div>
      {error ? <ErrorPanel error={error} onRetry={() => void refetch()} /> : null}
      {isPending ? <Skeleton active /> : null}
      <ul className="tree">
        {[...articles]
          .sort(([a], [b]) => Number(a) - Number(b))
          .map(([article, list]) => (
            <Family
              key={article}
              article={article}
              rules={list}
              open={!shut.has(article)}
              onToggle={() => {
                toggle(article);
              }}
              row={(rule) => (
                <RuleRow
                  key={rule.id}
                  rule={rule}
                  coverage={covered.get(rule.id)}
                  onDisable={setDisabling}
                  onEdit={setEditing}
                />
              )}
            />
          ))}
      </ul>
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
      {disabling ? (
        <DisableDialog
          rule={disabling}
          onClose={() => {
            setDisabling(null);
          }}
        />
      ) : null}
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

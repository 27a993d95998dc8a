import {
  CheckCircleFilled,
  ClockCircleOutlined,
  LoadingOutlined,
  SettingOutlined,
  StopOutlined,
} from '@ant-design/icons';
import type { TFunction } from 'i18next';
import { memo, type ReactElement } from 'react';
import type { ChannelResult } from '../../../contract/channels.ts';
import type { RuleSummary, UncheckedRule } from '../../../contract/model.ts';
import { useApp } from '../../app/store.ts';
import { pick, useWords } from '../../i18n/index.ts';
import { SeverityMark } from '../../ui/ClassTag.tsx';
import type { Pace } from './pace.ts';
import { reasonOf } from './reason.ts';

type Coverage = ChannelResult<'run.coverage'>['rules'][number];

/** Numbers and times fit a small box, with their unit; word lists only count. */
function parameterWords(rule: RuleSummary, t: TFunction): string | null {
  const parameter = rule.parameters.find(({ unit }) => unit !== 'list');
  if (parameter === undefined) return null;
  const { unit, value, policy } = parameter;
  return `${value} ${t(`rules.shortUnit.${unit}`)}`.trim() + (policy ? '*' : '');
}

/** How far a rule is in the run under way: an icon with its word. */
export function PaceIcon({ pace }: { readonly pace: Pace }): ReactElement {
  const t = useWords();
  const words = t(`run.pace.${pace}`);
  const Icon = { queued: ClockCircleOutlined, running: LoadingOutlined, done: CheckCircleFilled }[pace];
  return <Icon className={`pace-${pace}`} role="img" aria-label={words} title={words} />;
}

interface Props {
  readonly rule: RuleSummary;
  readonly coverage: Coverage | undefined;
  /** Why no run can check it with what is there now; known before one. */
  readonly obstacle: UncheckedRule['notCheckable'] | undefined;
  /** While a run is under way. */
  readonly pace: Pace | null;
  readonly onSwitch: (rules: readonly RuleSummary[], on: boolean) => void;
  readonly onEdit: (rule: RuleSummary) => void;
}

function RuleState({
  rule,
  coverage,
  obstacle,
  pace,
}: Pick<Props, 'rule' | 'coverage' | 'obstacle' | 'pace'>): ReactElement | null {
  const t = useWords();
  if (!rule.enabled)
    return (
      <span className="secondary" title={rule.disabledReason ?? ''}>
        {t('run.off')}
      </span>
    );
  if (pace !== null) return <PaceIcon pace={pace} />;
  const unchecked = obstacle ?? coverage?.notCheckable ?? null;
  if (unchecked !== null) {
    const missing = unchecked.detail.map((each) => pick(each)).join(t('common.comma'));
    return (
      <span className="amber not-checkable" title={`${t(`run.reason.${reasonOf(unchecked)}`)} ${missing}`}>
        <StopOutlined aria-hidden="true" /> {t('run.notCheckable')}
      </span>
    );
  }
  if (coverage === undefined) return null;
  return <CheckCircleFilled className="ok" role="img" aria-label={t('run.pace.done')} title={t('run.pace.done')} />;
}

/** One rule of the tree: on or off, its parameter, its severity, and how it stands. Plain controls: two hundred stand below each other. */
export const RuleRow = memo(function RuleRow({
  rule,
  coverage,
  obstacle,
  pace,
  onSwitch,
  onEdit,
}: Props): ReactElement {
  const t = useWords();
  const showRule = useApp((state) => state.showRule);
  const words = parameterWords(rule, t);
  const title = pick(rule.title);
  return (
    <li className="tree-row">
      <input
        type="checkbox"
        className="plain-checkbox"
        checked={rule.enabled}
        disabled={rule.status !== 'active'}
        aria-label={title}
        onChange={(event) => {
          onSwitch([rule], event.target.checked);
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
      <button
        type="button"
        className={rule.tailored ? 'tree-parameter tailored' : 'tree-parameter'}
        aria-label={`${t('run.edit')} ${title}`}
        onClick={() => {
          onEdit(rule);
        }}
      >
        {words ?? <SettingOutlined aria-hidden="true" />}
      </button>
      <SeverityMark value={rule.severity} />
      <span className="tree-state">
        <RuleState rule={rule} coverage={coverage} obstacle={obstacle} pace={pace} />
      </span>
    </li>
  );
});

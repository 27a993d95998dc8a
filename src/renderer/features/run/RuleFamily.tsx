import { CaretDownOutlined, CaretRightOutlined } from '@ant-design/icons';
import { Checkbox } from 'antd';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { RuleSummary } from '../../../contract/model.ts';

interface Props {
  readonly title: string;
  /** Those of the group that are shown: what is searched away is not switched unseen. */
  readonly rules: readonly RuleSummary[];
  readonly open: boolean;
  readonly onToggle: () => void;
  readonly onSwitch: (rules: readonly RuleSummary[], on: boolean) => void;
  readonly row: (rule: RuleSummary) => ReactElement;
}

/** A group of the rule tree: opened and shut, and its rules on or off together. */
export function RuleFamily({ title, rules, open, onToggle, onSwitch, row }: Props): ReactElement {
  const { t } = useTranslation();
  const own = rules.filter(({ status }) => status === 'active');
  const on = own.filter(({ enabled }) => enabled);
  return (
    <li>
      <div className="tree-family">
        <button type="button" className="tree-opener" aria-expanded={open} onClick={onToggle}>
          {open ? <CaretDownOutlined aria-hidden="true" /> : <CaretRightOutlined aria-hidden="true" />}
          <strong className="ellipsis">{title}</strong>
          <span className="grow" />
          <span className="secondary nowrap">
            {rules.filter(({ enabled }) => enabled).length} / {rules.length}
          </span>
        </button>
        <Checkbox
          className="tree-all"
          checked={own.length > 0 && on.length === own.length}
          indeterminate={on.length > 0 && on.length < own.length}
          disabled={own.length === 0}
          aria-label={t('run.group', { title })}
          onChange={({ target }) => {
            onSwitch(
              own.filter(({ enabled }) => enabled !== target.checked),
              target.checked,
            );
          }}
        />
      </div>
      {open ? <ul>{rules.map(row)}</ul> : null}
    </li>
  );
}

import { PlayCircleOutlined } from '@ant-design/icons';
import { Button, Input } from 'antd';
import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { ChannelResult } from '../../../contract/channels.ts';
import type { RuleTrial } from '../../../contract/model.ts';
import { call } from '../../app/api.ts';
import { ErrorPanel } from '../../ui/ErrorPanel.tsx';
import { pick } from '../../i18n/index.ts';
import { TakeRow } from './TakeRow.tsx';
import { TrialFields } from './TrialFields.tsx';
import { TrialNeighbour } from './TrialNeighbour.tsx';
import { Turns } from './Turns.tsx';
import { Verdict } from './Verdict.tsx';

interface Props {
  readonly rule: ChannelResult<'rules.get'>;
  readonly trial: RuleTrial;
  readonly onTrial: (trial: RuleTrial) => void;
}

const isDay = (text: string): boolean => /^\d{4}-\d{2}-\d{2}$/.test(text);

/** One record and the tables around it in, verdict and steps out; nothing is kept. */
export function Trial({ rule, trial, onTrial }: Props): ReactElement {
  const { t } = useTranslation();
  const [verdict, setVerdict] = useState<ChannelResult<'rules.try'> | null>(null);
  const [error, setError] = useState<unknown>(null);
  const [turns, setTurns] = useState<ChannelResult<'rules.turns'>>([]);
  const run = async (tried = trial): Promise<void> => {
    setError(null);
    setTurns([]);
    try {
      const asked = { id: rule.summary.id, trial: tried };
      setVerdict(await call('rules.try', asked));
      setTurns(await call('rules.turns', asked));
    } catch (failure) {
      setVerdict(null);
      setError(failure);
    }
  };
  const setRows = (register: string, rows: RuleTrial['record'][] | undefined): void => {
    const others = Object.entries(trial.neighbours).filter(([other]) => other !== register);
    onTrial({ ...trial, neighbours: Object.fromEntries([...others, ...(rows ? [[register, rows] as const] : [])]) });
  };
  return (
    <section className="trial" aria-label={t('rules.trial')}>
      <div className="block-head">
        <PlayCircleOutlined aria-hidden="true" />
        <h2>{t('rules.trial')}</h2>
        <span className="secondary">{t('rules.trialNote')}</span>
      </div>
      <TakeRow
        ruleId={rule.summary.id}
        register={pick(rule.summary.registerLabel)}
        from={trial.from}
        onRow={(taken) => {
          // Other tables stay as they were given.
          const next = { ...trial, ...taken };
          onTrial(next);
          void run(next);
        }}
      />
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void run();
        }}
      >
        <TrialFields
          fields={rule.fields}
          row={trial.record}
          unmapped={trial.unmapped}
          lead={
            <label className="trial-field">
              <span>{t('workbench.asOf')}</span>
              <Input
                value={trial.asOf}
                {...(!isDay(trial.asOf) && { status: 'error' as const })}
                onChange={(event) => {
                  onTrial({ ...trial, asOf: event.target.value });
                }}
              />
            </label>
          }
          onValue={(field, text) => {
            const unmapped = trial.unmapped.filter((each) => each !== field);
            onTrial({ ...trial, record: { ...trial.record, [field]: text }, unmapped });
          }}
        />
        {rule.neighbours.length > 0 ? <h3>{t('rules.neighbours')}</h3> : null}
        {rule.neighbours.map((table) => (
          <TrialNeighbour
            key={table.register}
            table={table}
            rows={trial.neighbours[table.register]}
            onRows={(rows) => {
              setRows(table.register, rows);
            }}
          />
        ))}
        <Button type="primary" htmlType="submit" disabled={!isDay(trial.asOf)}>
          {t('rules.run')}
        </Button>
      </form>
      {error ? <ErrorPanel error={error} /> : null}
      {verdict ? <Verdict verdict={verdict} /> : null}
      <Turns
        turns={turns}
        onTurn={({ field, text }) => {
          const changed = { ...trial, record: { ...trial.record, [field]: text } };
          onTrial(changed);
          void run(changed);
        }}
      />
    </section>
  );
}

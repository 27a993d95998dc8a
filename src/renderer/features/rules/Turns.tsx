import { Button } from 'antd';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { ChannelResult } from '../../../contract/channels.ts';
import { pick } from '../../i18n/index.ts';

type Turn = ChannelResult<'rules.turns'>[number];

interface Props {
  readonly turns: readonly Turn[];
  /** Puts the value into the form and tries again. */
  readonly onTurn: (turn: Turn) => void;
}

/** 改一项再试: what would turn the verdict, one value at a time. */
export function Turns({ turns, onTurn }: Props): ReactElement | null {
  const { t } = useTranslation();
  if (turns.length === 0) return null;
  return (
    <section className="turns" aria-label={t('rules.turns')}>
      <h3>
        {t('rules.turns')} <span className="secondary">{t('rules.turnsNote')}</span>
      </h3>
      <ul>
        {turns.map((turn) => (
          <li key={turn.field}>
            <span>
              {t('rules.turn', { field: pick(turn.label), value: turn.text ?? t('rules.blank') })}{' '}
              <strong>{t(`rules.expect.${turn.outcome}`)}</strong>
            </span>
            <Button
              size="small"
              aria-label={t('rules.turnOf', { field: pick(turn.label) })}
              onClick={() => {
                onTurn(turn);
              }}
            >
              {t('rules.turnTry')}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}

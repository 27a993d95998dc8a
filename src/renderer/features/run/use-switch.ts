import { App as AntdApp } from 'antd';
import { useCallback, useState } from 'react';
import type { RuleSummary } from '../../../contract/model.ts';
import { wordsOfError } from '../../app/words-of-error.ts';
import { switchRules, type SwitchedRule } from './tailor.ts';

/** What was switched last, with the reasons why rules were off before. */
export interface Switched {
  readonly enabled: boolean;
  readonly rules: readonly SwitchedRule[];
}

interface Switch {
  /** Rules for whose switching off a reason is asked. */
  readonly disabling: readonly RuleSummary[] | null;
  /** `null` where nothing can be taken back. */
  readonly switched: Switched | null;
  /** On at once, off after a reason was given. */
  readonly ask: (rules: readonly RuleSummary[], on: boolean) => void;
  readonly close: () => void;
  readonly disabled: () => void;
  readonly undo: () => void;
}

const withReason = ({ id, disabledReason }: RuleSummary): SwitchedRule => ({
  id,
  ...(disabledReason === null ? {} : { reason: disabledReason }),
});

/** Rules on and off, one or a whole group, and back again. */
export function useSwitch(rules: readonly RuleSummary[]): Switch {
  const { message } = AntdApp.useApp();
  const [disabling, setDisabling] = useState<readonly RuleSummary[] | null>(null);
  const [last, setLast] = useState<Switched | null>(null);
  const attempt = useCallback(
    (work: Promise<void>, then: Switched | null) => {
      work.then(
        () => {
          setLast(then);
        },
        (error: unknown) => message.warning(wordsOfError(error)),
      );
    },
    [message],
  );
  const ask = useCallback(
    (wanted: readonly RuleSummary[], on: boolean) => {
      const switched = { enabled: on, rules: wanted.map(withReason) };
      if (on) attempt(switchRules(true, switched.rules), switched);
      else setDisabling(wanted);
    },
    [attempt],
  );
  const enabled = new Map(rules.map((rule) => [rule.id, rule.enabled]));
  // What was changed again since is not taken back behind one's back.
  const switched = last?.rules.every(({ id }) => enabled.get(id) === last.enabled) === true ? last : null;
  return {
    disabling,
    switched,
    ask,
    close: () => {
      setDisabling(null);
    },
    disabled: () => {
      if (disabling !== null) setLast({ enabled: false, rules: disabling.map(withReason) });
    },
    undo: () => {
      if (switched !== null) attempt(switchRules(!switched.enabled, switched.rules), null);
    },
  };
}

import { useEffect, useRef } from 'react';
import { actionOfKey, type Action } from './actions.ts';

export interface ReviewKeys {
  readonly move: (by: number, extend: boolean) => void;
  readonly open: () => void;
  readonly tick: () => void;
  readonly act: (action: Action) => void;
  readonly undo: () => void;
  readonly help: () => void;
}

/** Keys belong to the list, not to text being typed, nor to a dialog, nor to an input method that composes. */
function isTyping(event: KeyboardEvent): boolean {
  if (event.isComposing || event.key === 'Process') return true;
  const target = event.target instanceof HTMLElement ? event.target : null;
  if (target?.closest('[role="dialog"], [role="menu"], .ant-modal, .ant-select-dropdown')) return true;
  return (
    target !== null &&
    (target.isContentEditable || ['INPUT', 'TEXTAREA', 'SELECT'].includes(target.tagName)) &&
    !pressed.has(target.getAttribute('type') ?? '')
  );
}

/** Controls that are pressed, not written into, keep the keys that press them; the other keys are the list's. */
const pressed: ReadonlySet<string> = new Set(['checkbox', 'radio']);
const arrows: ReadonlySet<string> = new Set(['ArrowUp', 'ArrowDown']);

function isOfControl({ key, target }: KeyboardEvent): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.matches('button, a, [role="button"]')) return key === ' ' || key === 'Enter';
  if (!(target instanceof HTMLInputElement)) return false;
  return key === ' ' || (target.type === 'radio' && arrows.has(key));
}

export function useReviewKeys(keys: ReviewKeys): void {
  const latest = useRef(keys);
  useEffect(() => {
    latest.current = keys;
  });
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (isTyping(event) || isOfControl(event)) return;
      const now = latest.current;
      const command = event.ctrlKey || event.metaKey;
      const done = (act: () => void): void => {
        event.preventDefault();
        act();
      };
      if (command && event.key.toLowerCase() === 'z') done(now.undo);
      else if (command || event.altKey) return;
      else if (event.key === 'j' || event.key === 'J' || event.key === 'ArrowDown')
        done(() => {
          now.move(1, event.shiftKey);
        });
      else if (event.key === 'k' || event.key === 'K' || event.key === 'ArrowUp')
        done(() => {
          now.move(-1, event.shiftKey);
        });
      else if (event.key === 'PageDown')
        done(() => {
          now.move(10, event.shiftKey);
        });
      else if (event.key === 'PageUp')
        done(() => {
          now.move(-10, event.shiftKey);
        });
      else if (event.key === ' ') done(now.tick);
      else if (event.key === 'Enter') done(now.open);
      else if (event.key === '?') done(now.help);
      else {
        const action = actionOfKey.get(event.key.toLowerCase());
        if (action)
          done(() => {
            now.act(action);
          });
      }
    };
    window.addEventListener('keydown', onKey);
    return () => {
      window.removeEventListener('keydown', onKey);
    };
  }, []);
}

import { useEffect, useState } from 'react';

export interface PaletteState {
  readonly shown: boolean;
  readonly show: () => void;
  readonly hide: () => void;
}

/** Open or not; Ctrl+K opens and closes, but neither over another dialog nor while an input method composes. */
export function usePalette(): PaletteState {
  const [shown, setShown] = useState(false);
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.isComposing || event.key === 'Process') return;
      if (!(event.ctrlKey || event.metaKey) || event.shiftKey || event.altKey || event.key.toLowerCase() !== 'k')
        return;
      event.preventDefault();
      const dialog = event.target instanceof Element ? event.target.closest('[role="dialog"]') : null;
      if (dialog === null) setShown(true);
      else if (dialog.classList.contains('palette') || dialog.querySelector('.palette-input')) setShown(false);
    };
    window.addEventListener('keydown', onKey);
    return () => {
      window.removeEventListener('keydown', onKey);
    };
  }, []);
  return {
    shown,
    show: () => {
      setShown(true);
    },
    hide: () => {
      setShown(false);
    },
  };
}

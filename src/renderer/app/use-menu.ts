import { useEffect } from 'react';
import type { Settings } from '../../contract/model.ts';
import { call } from './api.ts';
import { queryClient, refresh } from './queries.ts';
import { useApp, type Place } from './store.ts';

const places = new Set<string>(['workbench', 'import', 'map', 'validate', 'run', 'review', 'report', 'help']);

async function resize(change: (percent: number) => number): Promise<void> {
  const now = queryClient.getQueryData<Settings>(['settings.get', {}])?.fontSizePercent ?? 100;
  await call('settings.set', { fontSizePercent: Math.min(150, Math.max(90, change(now))) });
  await refresh('settings.get');
}

/** Menu commands that mean the same on every screen; screens listen for their own. */
export function useMenu(): void {
  const go = useApp((state) => state.go);
  useEffect(
    () =>
      window.api.onMenu((command) => {
        const place = command.startsWith('go:') ? command.slice(3) : '';
        if (places.has(place)) go(place as Place);
        else if (command === 'text:larger') void resize((percent) => percent + 10);
        else if (command === 'text:smaller') void resize((percent) => percent - 10);
        else if (command === 'text:reset') void resize(() => 100);
        else if (command === 'files:import') go('import');
        else if (command === 'report:export') go('report');
        else if (command === 'inspection:close') void call('inspection.close', {}).then(() => refresh());
      }),
    [go],
  );
}

import { useEffect } from 'react';
import { runCommand } from './commands.ts';

/** The menu's commands, wherever one is. */
export function useMenu(): void {
  useEffect(() => window.api.onMenu(runCommand), []);
}

import { ipcMain, type WebContents } from 'electron';
import { INVOKE } from '../contract/api.ts';
import { dispatch, type Handlers } from '../contract/dispatch.ts';
import type { Envelope } from '../contract/envelope.ts';
import { ORIGIN } from './protocol.ts';

/** The one listener there is. Only the main frame of the app's own window may call. */
export function serveCalls(
  handlers: Handlers,
  window: () => WebContents | null,
  onUnexpected: (error: unknown) => void,
): void {
  ipcMain.handle(INVOKE, async (event, name: unknown, args: unknown): Promise<Envelope<unknown>> => {
    const frame = event.senderFrame;
    const contents = window();
    const trusted = frame !== null && frame === contents?.mainFrame && frame.url.startsWith(`${ORIGIN}/`);
    if (!trusted) return { ok: false, error: { code: 'E_FORBIDDEN_SENDER', detail: '' } };
    return dispatch(handlers, name, args, onUnexpected);
  });
}

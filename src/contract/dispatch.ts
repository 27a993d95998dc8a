import type { z } from 'zod';
import { channels, type ChannelName } from './channels.ts';
import type { Envelope } from './envelope.ts';
import { CodedError } from './errors.ts';

/** What the host must offer: one handler a channel. Leaving one out does not compile. */
export type Handlers = {
  readonly [Name in ChannelName]: (
    args: z.output<(typeof channels)[Name]['args']>,
  ) => Promise<z.input<(typeof channels)[Name]['result']>>;
};

const isChannel = (name: unknown): name is ChannelName => typeof name === 'string' && Object.hasOwn(channels, name);

/**
 * Runs one call: checks the channel and the arguments, calls the handler, checks the result. The same for Electron's IPC and for
 * the loopback bridge of the tests.
 */
export async function dispatch(
  handlers: Handlers,
  name: unknown,
  args: unknown,
  onUnexpected: (error: unknown) => void,
): Promise<Envelope<unknown>> {
  if (!isChannel(name)) return { ok: false, error: { code: 'E_BAD_ARGUMENT', detail: 'channel' } };
  const channel = channels[name];
  const parsed = channel.args.safeParse(args);
  if (!parsed.success) {
    const path = parsed.error.issues[0]?.path.join('.') ?? '';
    return { ok: false, error: { code: 'E_BAD_ARGUMENT', detail: `${name} ${path}`.trim() } };
  }
  try {
    const handler = handlers[name] as (value: unknown) => Promise<unknown>;
    return { ok: true, value: channel.result.parse(await handler(parsed.data)) };
  } catch (error) {
    if (error instanceof CodedError) return { ok: false, error: { code: error.code, detail: error.detail } };
    onUnexpected(error);
    return { ok: false, error: { code: 'E_INTERNAL', detail: name } };
  }
}

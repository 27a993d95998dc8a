import type { Page } from '@playwright/test';
import type { ChannelArgs, ChannelName, ChannelResult } from '../../../src/contract/channels.ts';
import type {} from '../../../src/renderer/app/api.ts';

/** Calls the host as the page does. @throws Error with the code that it answered */
export async function call<Name extends ChannelName>(
  page: Page,
  name: Name,
  args: ChannelArgs<Name>,
): Promise<ChannelResult<Name>> {
  const answer = await page.evaluate(
    ({ channel, given }) => window.api.invoke(channel, given as ChannelArgs<ChannelName>),
    { channel: name, given: args },
  );
  if (!answer.ok) throw new Error(`${name}: ${answer.error.code} ${answer.error.detail}`);
  return answer.value as ChannelResult<Name>;
}

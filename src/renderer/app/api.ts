import type { WindowApi } from '../../contract/api.ts';
import type { ChannelArgs, ChannelName, ChannelResult } from '../../contract/channels.ts';
import type { ErrorCode } from '../../contract/errors.ts';

declare global {
  interface Window {
    readonly api: WindowApi;
  }
}

/** A call that the host answered with an error of the closed list. */
export class CallError extends Error {
  readonly code: ErrorCode;
  readonly detail: string;
  constructor(code: ErrorCode, detail: string) {
    super(code);
    this.code = code;
    this.detail = detail;
  }
}

/** @throws CallError with a code that `errorWords` has words for */
export async function call<Name extends ChannelName>(
  name: Name,
  args: ChannelArgs<Name>,
): Promise<ChannelResult<Name>> {
  const answer = await window.api.invoke(name, args);
  if (!answer.ok) throw new CallError(answer.error.code, answer.error.detail);
  return answer.value;
}

import type { ChannelArgs, ChannelName, ChannelResult } from './channels.ts';
import type { Envelope } from './envelope.ts';
import type { JobEvent } from './model.ts';

/** What the preload puts on `window.api`: nothing but typed calls, job events, and the paths of dropped files. */
export interface WindowApi {
  invoke<Name extends ChannelName>(name: Name, args: ChannelArgs<Name>): Promise<Envelope<ChannelResult<Name>>>;
  onJob(listener: (event: JobEvent) => void): () => void;
  onMenu(listener: (command: string) => void): () => void;
  pathOf(file: unknown): string;
}

export const INVOKE = 'ecc:invoke';
export const JOB_EVENT = 'ecc:job';
export const MENU_EVENT = 'ecc:menu';

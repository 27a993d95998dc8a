import type { ChannelName } from '../../contract/channels.ts';
import type { Handlers } from '../../contract/dispatch.ts';
import type { Language } from '../../core/language.ts';
import { appHandlers } from './app.ts';
import { assessmentHandlers } from './assessment.ts';
import { attachmentHandlers } from './attachments.ts';
import { backupHandlers } from './backup.ts';
import { checklistHandlers } from './checklist.ts';
import { tableHandlers } from './tables/handlers.ts';
import { coded } from './coded.ts';
import { correctionHandlers } from './corrections.ts';
import { decisionHandlers } from './decisions.ts';
import { exportHandlers } from './export.ts';
import { detailHandlers } from './findings/detail.ts';
import { listHandlers } from './findings/list-handlers.ts';
import { gapHandlers } from './gaps/handlers.ts';
import { importHandlers } from './importing.ts';
import { closeNow, inspectionHandlers, removeOldSamples } from './inspections.ts';
import { mappingHandlers } from './mapping.ts';
import type { RememberedWindow } from './machine/window-state.ts';
import { WindowStateStore } from './machine/window-state.ts';
import type { DesktopOptions } from './options.ts';
import { packHandlers } from './pack/handlers.ts';
import { problemHandlers } from './problems.ts';
import { trialHandlers } from './rule-trial.ts';
import { ruleHandlers } from './rules.ts';
import { runHandlers } from './running.ts';
import { sourceHandlers } from './source-rows.ts';
import { statisticsHandlers } from './statistics.ts';
import { viewHandlers } from './views.ts';
import { Workspace } from './workspace.ts';

/** What the window's program needs of the host. */
export interface DesktopService {
  readonly handlers: Handlers;
  readonly windowState: RememberedWindow | null;
  rememberWindow(state: RememberedWindow): void;
  language(): Language;
  /** Closes the open inspection. The file is whole when it returns. */
  close(): void;
}

/** Puts the handlers behind the contract together; the same for Electron and for the loopback bridge of the tests. */
export function createDesktopService(options: DesktopOptions): DesktopService {
  const workspace = new Workspace(options);
  const windowState = new WindowStateStore(options.userData);
  removeOldSamples(options.userData);
  const handlers: Handlers = {
    ...appHandlers(workspace),
    ...inspectionHandlers(workspace),
    ...importHandlers(workspace),
    ...runHandlers(workspace),
    ...listHandlers(workspace),
    ...detailHandlers(workspace),
    ...decisionHandlers(workspace),
    ...attachmentHandlers(workspace),
    ...viewHandlers(workspace),
    ...sourceHandlers(workspace),
    ...ruleHandlers(workspace),
    ...trialHandlers(workspace),
    ...statisticsHandlers(workspace),
    ...assessmentHandlers(workspace),
    ...mappingHandlers(workspace),
    ...problemHandlers(workspace),
    ...correctionHandlers(workspace),
    ...gapHandlers(workspace),
    ...exportHandlers(workspace),
    ...tableHandlers(workspace),
    ...checklistHandlers(workspace),
    ...backupHandlers(workspace),
    ...packHandlers(workspace),
  };
  return {
    handlers: withCodes(handlers),
    windowState: windowState.current,
    rememberWindow: (state) => {
      windowState.remember(state);
    },
    language: () => workspace.settings.current.language,
    close: () => {
      workspace.jobs.abandon();
      closeNow(workspace);
    },
  };
}

/** Errors of the layers below become errors of the closed list. */
function withCodes(handlers: Handlers): Handlers {
  const wrapped = Object.entries(handlers).map(([name, handler]) => [
    name,
    async (args: unknown) => {
      try {
        return await (handler as (value: unknown) => Promise<unknown>)(args);
      } catch (error) {
        throw coded(error);
      }
    },
  ]);
  return Object.fromEntries(wrapped) as Record<ChannelName, unknown> as Handlers;
}

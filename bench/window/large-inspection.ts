/** An inspection of the size that the window must bear, made on the road every inspection takes: a workbook, an import, a run. */
import { join } from 'node:path';
import { dispatch } from '../../src/contract/dispatch.ts';
import type { ChannelArgs, ChannelName, ChannelResult } from '../../src/contract/channels.ts';
import { CodedError } from '../../src/contract/errors.ts';
import type { JobEvent } from '../../src/contract/model.ts';
import { createDesktopService } from '../../src/host/desktop/service.ts';
import { writeLargeRegister } from '../large-register.ts';

export interface LargeInspection {
  readonly path: string;
  readonly password: string;
  readonly records: number;
  readonly findings: number;
}

/** Share of cases in which something more went wrong: leaves somewhat over 100,000 findings, the size that the window must bear. */
const FAULTY_SHARE = 0.24;
const NAME = '示例市执行案件清理检查';
const noDialog = {
  openFiles: () => Promise.resolve([]),
  openFile: () => Promise.resolve(null),
  saveFile: () => Promise.resolve(null),
};

/** @param folder where all that is made stands; the caller removes it */
export async function makeLargeInspection(
  folder: string,
  resources: string,
  records: number,
): Promise<LargeInspection> {
  const workbook = join(folder, '执行案件.xlsx');
  await writeLargeRegister(workbook, records, FAULTY_SHARE);
  const ended = new Map<string, (event: JobEvent) => void>();
  const service = createDesktopService({
    userData: join(folder, 'maker'),
    resources,
    workers: null,
    version: 'bench',
    electron: '',
    blockedRequests: () => 0,
    onUnexpected: (error) => {
      throw error;
    },
    onSettings: () => undefined,
    onJob: (event) => {
      if (event.state !== 'running') ended.get(event.job)?.(event);
    },
    dialogs: noDialog,
  });
  const call = async <Name extends ChannelName>(name: Name, args: ChannelArgs<Name>): Promise<ChannelResult<Name>> => {
    const answer = await dispatch(service.handlers, name, args, (error) => {
      throw error;
    });
    if (!answer.ok) throw new CodedError(answer.error.code, answer.error.detail);
    return answer.value as ChannelResult<Name>;
  };
  const finished = async ({ job }: { readonly job: string }): Promise<void> => {
    const event = await new Promise<JobEvent>((resolve) => ended.set(job, resolve));
    if (event.state !== 'done') throw new Error(`${event.kind} ended as ${event.state} (${event.error ?? ''})`);
  };
  try {
    const path = join(folder, '执行案件清理检查.inspection');
    const password = '示例密码-12345';
    await call('inspection.create', { path, name: NAME, unit: '示例市', asOf: '2026-06-30', password });
    await finished(await call('files.import', { paths: [workbook] }));
    await finished(await call('run.start', {}));
    const { all } = await call('findings.list', { filter: {}, order: {}, offset: 0, limit: 1 });
    return { path, password, records, findings: all };
  } finally {
    service.close();
  }
}

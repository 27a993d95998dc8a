import { contextBridge, ipcRenderer, webUtils } from 'electron';
import { INVOKE, JOB_EVENT, MENU_EVENT, type WindowApi } from '../contract/api.ts';
import type { JobEvent } from '../contract/model.ts';

function subscribe(channel: string, deliver: (value: unknown) => void): () => void {
  const wrapped = (_event: unknown, value: unknown): void => {
    deliver(value);
  };
  ipcRenderer.on(channel, wrapped);
  return () => ipcRenderer.removeListener(channel, wrapped);
}

const api: WindowApi = {
  invoke: (name, args) => ipcRenderer.invoke(INVOKE, name, args) as ReturnType<WindowApi['invoke']> as never,
  onJob: (listener) =>
    subscribe(JOB_EVENT, (event) => {
      listener(event as JobEvent);
    }),
  onMenu: (listener) =>
    subscribe(MENU_EVENT, (command) => {
      listener(command as string);
    }),
  pathOf: (file) => webUtils.getPathForFile(file as File),
};

contextBridge.exposeInMainWorld('api', api);

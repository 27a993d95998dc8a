import { contextBridge, ipcRenderer, webUtils } from 'electron';
import { INVOKE, JOB_EVENT, MENU_EVENT, type WindowApi } from '../contract/api.ts';
import type { JobEvent } from '../contract/model.ts';

function on<Value>(channel: string, listener: (value: Value) => void): () => void {
  const wrapped = (_event: unknown, value: Value): void => {
    listener(value);
  };
  ipcRenderer.on(channel, wrapped);
  return () => ipcRenderer.removeListener(channel, wrapped);
}

const api: WindowApi = {
  invoke: (name, args) => ipcRenderer.invoke(INVOKE, name, args) as ReturnType<WindowApi['invoke']> as never,
  onJob: (listener) => on<JobEvent>(JOB_EVENT, listener),
  onMenu: (listener) => on<string>(MENU_EVENT, listener),
  pathOf: (file) => webUtils.getPathForFile(file as File),
};

contextBridge.exposeInMainWorld('api', api);

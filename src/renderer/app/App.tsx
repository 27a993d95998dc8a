import { App as AntdApp, ConfigProvider } from 'antd';
import enUS from 'antd/locale/en_US';
import zhCN from 'antd/locale/zh_CN';
import i18next from 'i18next';
import { useEffect, useState, type ReactElement } from 'react';
import type { Settings } from '../../contract/model.ts';
import { Frame } from './Frame.tsx';
import { useCall, refresh } from './queries.ts';
import { useApp } from './store.ts';
import { antdThemeFor, applyTokens } from './theme.ts';
import { useMenu } from './use-menu.ts';
import { useLastView } from '../features/review/use-last-view.ts';

const darkQuery = window.matchMedia('(prefers-color-scheme: dark)');

function useMode(settings: Settings | undefined): 'light' | 'dark' {
  const [systemDark, setSystemDark] = useState(darkQuery.matches);
  useEffect(() => {
    const changed = (event: MediaQueryListEvent): void => {
      setSystemDark(event.matches);
    };
    darkQuery.addEventListener('change', changed);
    return () => {
      darkQuery.removeEventListener('change', changed);
    };
  }, []);
  if (settings?.theme === 'light' || settings?.theme === 'dark') return settings.theme;
  return systemDark ? 'dark' : 'light';
}

/** Job events refresh what was read; a finished import or run changes nearly everything. */
function useJobs(): void {
  const onJob = useApp((state) => state.onJob);
  useEffect(
    () =>
      window.api.onJob((event) => {
        onJob(event);
        if (event.state !== 'running') void refresh();
      }),
    [onJob],
  );
}

export function App(): ReactElement | null {
  const { data: settings } = useCall('settings.get', {});
  const mode = useMode(settings);
  const percent = settings?.fontSizePercent ?? 100;
  useJobs();
  useMenu();
  useLastView();
  useEffect(() => {
    applyTokens(mode, percent);
  }, [mode, percent]);
  useEffect(() => {
    if (!settings) return;
    void i18next.changeLanguage(settings.language);
    document.documentElement.lang = settings.language === 'zh' ? 'zh-CN' : 'en';
  }, [settings]);
  if (!settings) return null;
  return (
    <ConfigProvider
      locale={settings.language === 'zh' ? zhCN : enUS}
      theme={antdThemeFor(mode, percent)}
      button={{ autoInsertSpace: false }}
    >
      <AntdApp>
        <Frame />
      </AntdApp>
    </ConfigProvider>
  );
}

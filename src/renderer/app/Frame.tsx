import {
  BarChartOutlined,
  BookOutlined,
  CheckSquareOutlined,
  FileSearchOutlined,
  HistoryOutlined,
  HomeOutlined,
  QuestionCircleOutlined,
  SearchOutlined,
  SettingOutlined,
  TableOutlined,
} from '@ant-design/icons';
import type { ReactElement, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Palette } from '../features/palette/Palette.tsx';
import { usePalette } from '../features/palette/use-palette.ts';
import { Boundary } from '../ui/Boundary.tsx';
import { useCall } from './queries.ts';
import { Screen } from './Screen.tsx';
import { StepStrip } from './StepStrip.tsx';
import { useApp, type Place } from './store.ts';
import './frame.css';

interface RailItem {
  readonly place: Place;
  readonly words: 'workbench' | 'check' | 'source' | 'checklist' | 'statistics' | 'rules' | 'log' | 'settings' | 'help';
  readonly icon: ReactNode;
  /** Needs an open inspection. */
  readonly inspection: boolean;
}

const upper: readonly RailItem[] = [
  { place: 'workbench', words: 'workbench', icon: <HomeOutlined />, inspection: false },
  { place: 'import', words: 'check', icon: <FileSearchOutlined />, inspection: true },
  { place: 'source', words: 'source', icon: <TableOutlined />, inspection: true },
  { place: 'checklist', words: 'checklist', icon: <CheckSquareOutlined />, inspection: true },
  { place: 'statistics', words: 'statistics', icon: <BarChartOutlined />, inspection: true },
  { place: 'rules', words: 'rules', icon: <BookOutlined />, inspection: false },
  { place: 'log', words: 'log', icon: <HistoryOutlined />, inspection: true },
];
const lower: readonly RailItem[] = [
  { place: 'settings', words: 'settings', icon: <SettingOutlined />, inspection: false },
  { place: 'help', words: 'help', icon: <QuestionCircleOutlined />, inspection: false },
];

export const steps: readonly Place[] = ['import', 'map', 'validate', 'run', 'review', 'report'];

function RailButton({ item, open }: { readonly item: RailItem; readonly open: boolean }): ReactElement {
  const { t } = useTranslation();
  const place = useApp((state) => state.place);
  const go = useApp((state) => state.go);
  const current = place === item.place || (item.place === 'import' && steps.includes(place));
  return (
    <button
      type="button"
      className="rail-item"
      aria-current={current ? 'page' : undefined}
      disabled={item.inspection && !open}
      onClick={() => {
        go(item.place);
      }}
    >
      <span className="rail-icon" aria-hidden="true">
        {item.icon}
      </span>
      {t(`place.${item.words}`)}
    </button>
  );
}

function StatusBar(): ReactElement {
  const { t } = useTranslation();
  const { data: overview } = useCall('inspection.overview', {});
  const { data: settings } = useCall('settings.get', {});
  return (
    <footer className="status-bar">
      <span>
        {t('app.offline')} · {t('app.blocked', { count: overview?.blockedRequests ?? 0 })}
      </span>
      {overview ? <span>{t('app.saved')}</span> : null}
      <span className="grow" />
      {overview ? (
        <>
          <span>{t('app.pack', { version: overview.rulePack.version })}</span>
          <span>
            {t('app.calendar', { from: overview.calendar.from.slice(0, 4), to: overview.calendar.to.slice(0, 4) })}
          </span>
        </>
      ) : null}
      <span>{settings?.masked === false ? t('app.unmasked') : t('app.masked')}</span>
    </footer>
  );
}

export function Frame(): ReactElement {
  const { t } = useTranslation();
  const place = useApp((state) => state.place);
  const { data: overview } = useCall('inspection.overview', {});
  const palette = usePalette();
  const open = overview !== null && overview !== undefined;
  return (
    <div className="frame">
      <header className="title-bar">
        <span className="title-side">
          <span className="app-mark" aria-hidden="true">
            执
          </span>
          <span className="app-name nowrap">{t('app.name')}</span>
          <span className="crumb ellipsis">
            {open ? ` / ${overview.name}` : ''} / {t(`place.${place}`)}
          </span>
        </span>
        <button type="button" className="palette-button" onClick={palette.show}>
          <SearchOutlined aria-hidden="true" />
          <span className="ellipsis">{t('palette.open')}</span>
          <kbd>Ctrl K</kbd>
        </button>
        <span className="title-side" />
      </header>
      <nav className="rail" aria-label={t('app.name')}>
        {upper.map((item) => (
          <RailButton key={item.place} item={item} open={open} />
        ))}
        <span className="grow" />
        {lower.map((item) => (
          <RailButton key={item.place} item={item} open={open} />
        ))}
      </nav>
      <div className="stage">
        {open && place !== 'workbench' && !['rules', 'settings', 'help', 'log'].includes(place) ? (
          <StepStrip overview={overview} />
        ) : null}
        <main className="screen">
          <Boundary key={place}>
            <Screen place={place} open={open} />
          </Boundary>
        </main>
      </div>
      <StatusBar />
      {palette.shown ? <Palette onClose={palette.hide} /> : null}
    </div>
  );
}

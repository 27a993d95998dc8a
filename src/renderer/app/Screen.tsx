import type { ComponentType, ReactElement } from 'react';
import { Import } from '../features/import/Import.tsx';
import { MapHeaders } from '../features/map/MapHeaders.tsx';
import { Review } from '../features/review/Review.tsx';
import { SourceSheet } from '../features/source/SourceSheet.tsx';
import { Validate } from '../features/validate/Validate.tsx';
import { Workbench } from '../features/workbench/Workbench.tsx';
import { Checklist } from '../features/checklist/Checklist.tsx';
import { Help } from '../features/help/Help.tsx';
import { Log } from '../features/log/Log.tsx';
import { Report } from '../features/report/Report.tsx';
import { Rules } from '../features/rules/Rules.tsx';
import { Run } from '../features/run/Run.tsx';
import { Settings } from '../features/settings/Settings.tsx';
import { Statistics } from '../features/statistics/Statistics.tsx';
import { NoInspection } from './NoInspection.tsx';
import type { Place } from './store.ts';

interface Route {
  readonly screen: ComponentType;
  /** Shows something of an inspection, so one must be open. */
  readonly inspection: boolean;
}

const routes: Readonly<Record<Place, Route>> = {
  workbench: { screen: Workbench, inspection: false },
  import: { screen: Import, inspection: true },
  map: { screen: MapHeaders, inspection: true },
  validate: { screen: Validate, inspection: true },
  review: { screen: Review, inspection: true },
  source: { screen: SourceSheet, inspection: true },
  run: { screen: Run, inspection: true },
  report: { screen: Report, inspection: true },
  checklist: { screen: Checklist, inspection: true },
  statistics: { screen: Statistics, inspection: true },
  log: { screen: Log, inspection: true },
  rules: { screen: Rules, inspection: false },
  settings: { screen: Settings, inspection: false },
  help: { screen: Help, inspection: false },
};

/** The screen of a place; a place of an inspection says so while none is open. */
export function Screen({ place, open }: { readonly place: Place; readonly open: boolean }): ReactElement {
  const route = routes[place];
  if (route.inspection && !open) return <NoInspection />;
  return <route.screen />;
}

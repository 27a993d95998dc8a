import { EditOutlined, EyeInvisibleOutlined, WarningFilled } from '@ant-design/icons';
import { Button } from 'antd';
import { useQueries } from '@tanstack/react-query';
import { useEffect, useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { FindingDetail, SourceRow } from '../../../contract/model.ts';
import { call } from '../../app/api.ts';
import { useApp } from '../../app/store.ts';
import { pick } from '../../i18n/index.ts';
import { ClassIcon, SeverityMark } from '../../ui/ClassTag.tsx';
import { columnOfCell } from './cell-address.ts';
import type { Place } from './viewer.ts';

interface Props {
  readonly sheetId: number;
  readonly place: Place;
  readonly row: SourceRow | undefined;
  readonly onPlace: (place: Place) => void;
  readonly onUsed: (cells: ReadonlySet<string>) => void;
}

const MOST = 50;

/** The cells of this row that a finding rests on. */
function cellsOf(detail: FindingDetail, sheetId: number, row: number): readonly string[] {
  const values = detail.conditions.flatMap((condition) => condition.values);
  return [
    ...new Set(
      values.flatMap((value) =>
        value.sheetId === sheetId && value.row === row && value.cell !== null ? [value.cell] : [],
      ),
    ),
  ];
}

function Legend(): ReactElement {
  const { t } = useTranslation();
  return (
    <section className="legend" aria-label={t('source.legend')}>
      <strong>{t('source.legend')}</strong>
      <ul>
        {(['violation', 'overLimit', 'lead'] as const).map((value) => (
          <li key={value}>
            <ClassIcon value={value} /> {t(`class.${value}`)}
          </li>
        ))}
        <li>
          <WarningFilled className="amber" aria-hidden="true" /> {t('source.legendUnreadable')}
        </li>
        <li>
          <EditOutlined className="corrected" aria-hidden="true" /> {t('source.legendCorrected')}
        </li>
        <li>
          <EyeInvisibleOutlined aria-hidden="true" /> {t('source.legendHidden')}
        </li>
        <li>
          <span className="legend-used" aria-hidden="true" /> {t('source.legendUsed')}
        </li>
      </ul>
    </section>
  );
}

/** The findings of the row with their cells as buttons; and what the marks mean, always in view. */
export function RowFindings({ sheetId, place, row, onPlace, onUsed }: Props): ReactElement {
  const { t } = useTranslation();
  const showFinding = useApp((state) => state.showFinding);
  const [chosen, setChosen] = useState<string | null>(null);
  const findings = row?.findings ?? [];
  const details = useQueries({
    queries: findings
      .slice(0, MOST)
      .map(({ id }) => ({ queryKey: ['findings.get', { id }], queryFn: () => call('findings.get', { id }) })),
    combine: (results) => results.flatMap((result) => (result.data ? [result.data] : [])),
  });
  const current = details.find((detail) => detail.row.id === chosen) ?? details[0];
  useEffect(() => {
    onUsed(new Set(current ? cellsOf(current, sheetId, place.row) : []));
  }, [current, onUsed, place.row, sheetId]);
  return (
    <aside className="row-findings" aria-label={t('source.row', { row: place.row })}>
      <header>
        <strong>{t('source.row', { row: place.row })}</strong>{' '}
        <span className="secondary">
          {findings.length === 0 ? t('source.noFindings') : t('source.findings', { count: findings.length })}
        </span>
      </header>
      <ul className="row-findings-list">
        {details.map((detail) => (
          <li key={detail.row.id} className={detail === current ? 'current' : ''}>
            <Button
              type="link"
              className="row-finding-title"
              aria-label={t('source.openFinding', { title: pick(detail.row.title) })}
              onClick={() => {
                showFinding(detail.row.id);
              }}
            >
              <ClassIcon value={detail.row.class} /> <span>{pick(detail.row.title)}</span>
            </Button>
            <div className="row-finding-line">
              <span className="secondary">
                {[pick(detail.row.decisive), t(`state.${detail.row.state}`)]
                  .filter((words) => words !== '')
                  .join(' · ')}
              </span>
              <SeverityMark value={detail.row.severity} />
            </div>
            <div className="chips">
              {cellsOf(detail, sheetId, place.row).map((cell) => (
                <Button
                  key={cell}
                  size="small"
                  aria-label={t('source.openCell', { cell })}
                  onClick={() => {
                    setChosen(detail.row.id);
                    onPlace({ row: place.row, column: columnOfCell(cell) ?? place.column });
                  }}
                >
                  {cell}
                </Button>
              ))}
            </div>
          </li>
        ))}
      </ul>
      <Legend />
    </aside>
  );
}

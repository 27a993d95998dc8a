import dayjs from 'dayjs';
import { useMemo, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { FindingsFilter } from '../../../contract/model.ts';
import { useCall } from '../../app/queries.ts';
import { ClassIcon } from '../../ui/ClassTag.tsx';
import { ShowFindings } from '../../ui/ShowFindings.tsx';
import { useShowFindings } from '../../ui/use-show-findings.ts';
import { Chart } from './Chart.tsx';
import { barOption, barsHeight, classes, lineOption, totalOf, type Counted } from './options.ts';

const MOST_BARS = 8;

interface Props {
  readonly title: string;
  /** What its categories are. */
  readonly head: string;
  readonly note?: string;
  readonly rows: readonly Counted[];
  readonly kind: 'bar' | 'line';
  readonly filterOf: (value: string) => Partial<FindingsFilter>;
  /** Rows looked at by the value: gives a rate beside the counts. */
  readonly recordsOf?: (value: string) => number;
}

/** More or fewer than in the month before; months that are not next to each other are not compared. */
function changeWords(before: Counted | undefined, row: Counted): string {
  if (before === undefined || dayjs(`${before.value}-01`).add(1, 'month').format('YYYY-MM') !== row.value) return '—';
  const change = totalOf(row) - totalOf(before);
  return change > 0 ? `+${String(change)}` : change < 0 ? `−${String(-change)}` : '0';
}

/** A chart with its table; every mark and every number leads to its rows. */
export function CountedPanel({ title, head, note, rows, kind, filterOf, recordsOf }: Props): ReactElement {
  const { t, i18n } = useTranslation();
  const show = useShowFindings();
  const { data: settings } = useCall('settings.get', {});
  const shown = useMemo(() => (kind === 'bar' ? rows.slice(0, MOST_BARS) : rows), [rows, kind]);
  const whole = rows.reduce((sum, row) => sum + totalOf(row), 0);
  const option = useMemo(() => {
    const names = { violation: t('class.violation'), overLimit: t('class.overLimit'), lead: t('class.lead') };
    const fontSize = (12 * (settings?.fontSizePercent ?? 100)) / 100;
    return (kind === 'bar' ? barOption : lineOption)(shown, names, fontSize);
    // Colours are read from the document: they change with the theme.
  }, [shown, kind, settings, i18n.language, t]);
  return (
    <section className="block counted" aria-label={title}>
      <div className="counted-chart">
        <div className="block-head">
          <h2>{title}</h2>
          {note ? <span className="secondary">{note}</span> : null}
          <span className="grow" />
          {classes.map((name) => (
            <span key={name} className="secondary chart-legend">
              <ClassIcon value={name} /> {t(`class.${name}`)}{' '}
              {rows.reduce((sum, row) => sum + row[name], 0).toLocaleString()}
            </span>
          ))}
        </div>
        {rows.length === 0 ? (
          <p className="secondary counted-none">{t('statistics.noChart')}</p>
        ) : (
          <Chart
            option={option}
            label={t('statistics.chart', { title })}
            height={kind === 'bar' ? barsHeight(shown.length) : '18rem'}
            onMark={(index, series) => {
              const row = shown[index];
              const name = classes[series];
              if (row && name) show({ ...filterOf(row.value), class: [name] });
            }}
          />
        )}
        {shown.length < rows.length ? (
          <p className="secondary counted-none">{t('statistics.shownOf', { shown: shown.length, all: rows.length })}</p>
        ) : null}
      </div>
      <div className="counted-table" tabIndex={0} role="region" aria-label={title}>
        <table className="table">
          <thead>
            <tr>
              <th scope="col">{head}</th>
              {classes.map((name) => (
                <th scope="col" className="number" key={name} title={t(`class.${name}`)}>
                  <ClassIcon value={name} /> {t(recordsOf ? `statistics.short.${name}` : `class.${name}`)}
                </th>
              ))}
              <th scope="col" className="number">
                {t('statistics.total')}
              </th>
              <th scope="col" className="number">
                {recordsOf ? t('statistics.records') : t('statistics.share')}
              </th>
              {recordsOf || kind === 'line' ? (
                <th scope="col" className="number">
                  {t(recordsOf ? 'statistics.perThousand' : 'statistics.change')}
                </th>
              ) : null}
            </tr>
          </thead>
          <tbody>
            {rows.map((row, index) => {
              const total = totalOf(row);
              const records = recordsOf?.(row.value);
              return (
                <tr key={row.value}>
                  <td className="counted-name" title={row.label}>
                    {row.label}
                  </td>
                  {classes.map((name) => (
                    <td className="number" key={name}>
                      {row[name] === 0 ? (
                        '0'
                      ) : (
                        <ShowFindings
                          filter={{ ...filterOf(row.value), class: [name] }}
                          label={`${row.label} ${t(`class.${name}`)} ${String(row[name])}`}
                        >
                          {row[name].toLocaleString()}
                        </ShowFindings>
                      )}
                    </td>
                  ))}
                  <td className="number">
                    <strong>{total.toLocaleString()}</strong>
                  </td>
                  <td className="number">
                    {records === undefined
                      ? whole === 0
                        ? '—'
                        : `${((100 * total) / whole).toFixed(1)} %`
                      : records.toLocaleString()}
                  </td>
                  {records === undefined ? null : (
                    <td className="number">{records === 0 ? '—' : ((1000 * total) / records).toFixed(1)}</td>
                  )}
                  {kind === 'line' ? <td className="number">{changeWords(rows[index - 1], row)}</td> : null}
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
    </section>
  );
}

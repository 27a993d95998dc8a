import { Button, Segmented, Select, Skeleton } from 'antd';
import { LeftOutlined, RightOutlined } from '@ant-design/icons';
import { useEffect, useRef, useState, type CSSProperties, type ReactElement, type RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import type { ReportPreview } from '../../../contract/report-preview.ts';
import type { ReportChoice } from '../../../core/finding/report-choice.ts';
import { ErrorPanel } from '../../ui/ErrorPanel.tsx';
import { PAPER, pagesOf, type Paper } from './paper.ts';
import { usePreview } from './use-preview.ts';

type Sheet = ReportPreview['sheets'][number];
type Cell = Sheet['rows'][number]['cells'][number];

const styleOf = ({ bold, size, color, fill, border, align, wrap }: Cell): CSSProperties => ({
  fontWeight: bold ? 700 : 400,
  fontSize: `${String(size)}pt`,
  color,
  ...(fill === null ? {} : { background: fill }),
  ...(border ? { border: '1px solid #bfbfbf' } : {}),
  textAlign: align,
  whiteSpace: wrap ? 'pre-wrap' : 'pre',
});

/** One sheet of paper, A4 across: white in dark mode too. */
function Page({
  sheet,
  paper,
  marking,
  number,
}: {
  readonly sheet: Sheet;
  readonly paper: Paper;
  readonly marking: string;
  readonly number: number;
}): ReactElement {
  const { t } = useTranslation();
  return (
    <article className="paper" aria-label={t('report.page', { number })}>
      <p className="paper-marking">{marking}</p>
      <div className="paper-body" style={{ zoom: paper.scale }}>
        <table style={{ width: paper.widths.reduce((sum, each) => sum + each, 0) }}>
          <colgroup>
            {paper.widths.map((width, index) => (
              <col key={index} style={{ width }} />
            ))}
          </colgroup>
          <tbody>
            {paper.rows.map((row, index) => (
              <tr key={index} style={{ height: row.height }}>
                {row.cells.map((cell, column) => (
                  <td key={column} className={cell.wrap ? undefined : 'paper-run'} style={styleOf(cell)}>
                    <div style={{ maxHeight: row.height }}>{cell.text}</div>
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p className="paper-foot">
        <span>{sheet.name}</span>
        <span>{number}</span>
      </p>
    </article>
  );
}

/** Width of the pane, to fit the paper into it. */
function useWidth(): [ref: RefObject<HTMLDivElement | null>, width: number] {
  const ref = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(0);
  useEffect(() => {
    const element = ref.current;
    if (element === null) return;
    const watcher = new ResizeObserver(([entry]) => {
      setWidth(entry?.contentRect.width ?? 0);
    });
    watcher.observe(element);
    return () => {
      watcher.disconnect();
    };
  }, []);
  return [ref, width];
}

/** What the file will look like on paper, sheet by sheet: made by what writes it. */
export function Preview({ choice }: { readonly choice: ReportChoice }): ReactElement {
  const { t } = useTranslation();
  const { data, error, isFetching, refetch } = usePreview(choice);
  const [at, setAt] = useState(0);
  const [size, setSize] = useState<'fit' | 'full'>('fit');
  const [ref, width] = useWidth();
  const sheets = data?.sheets ?? [];
  const index = Math.min(at, Math.max(0, sheets.length - 1));
  const sheet = sheets[index];
  const pages = sheet === undefined ? [] : pagesOf(sheet);
  const zoom = size === 'full' || width === 0 ? 1 : Math.min(1, width / PAPER.width);
  return (
    <section className="preview" aria-label={t('report.preview')} aria-busy={isFetching}>
      <div className="preview-head">
        <strong>{t('report.preview')}</strong>
        <span className="grow" />
        <Button
          type="text"
          size="small"
          icon={<LeftOutlined />}
          aria-label={t('report.previousSheet')}
          disabled={index === 0}
          onClick={() => {
            setAt(index - 1);
          }}
        />
        <Select
          size="small"
          className="preview-sheets"
          aria-label={t('report.sheet')}
          value={index}
          options={sheets.map(({ name }, value) => ({
            value,
            label: `${String(value + 1)} / ${String(sheets.length)} ${name}`,
          }))}
          onChange={setAt}
        />
        <Button
          type="text"
          size="small"
          icon={<RightOutlined />}
          aria-label={t('report.nextSheet')}
          disabled={index + 1 >= sheets.length}
          onClick={() => {
            setAt(index + 1);
          }}
        />
        <span className="grow" />
        <Segmented
          size="small"
          aria-label={t('report.zoom')}
          value={size}
          onChange={setSize}
          options={(['fit', 'full'] as const).map((value) => ({ value, label: t(`report.zooms.${value}`) }))}
        />
      </div>
      <div className="preview-desk" tabIndex={0} role="region" aria-label={t('report.pages')}>
        <div ref={ref}>
          {error ? <ErrorPanel error={error} onRetry={() => void refetch()} /> : null}
          {data === undefined && !error ? <Skeleton active paragraph={{ rows: 12 }} /> : null}
          {sheet === undefined ? null : (
            <div className="preview-pages" style={{ zoom }}>
              {pages.map((paper, page) => (
                <Page key={page} sheet={sheet} paper={paper} marking={data?.marking ?? ''} number={page + 1} />
              ))}
            </div>
          )}
          {sheet?.cut ? (
            <p className="secondary preview-note">{t('report.cut', { count: sheet.rows.length - sheet.heads })}</p>
          ) : null}
          {sheet !== undefined && sheet.unprinted > 0 ? (
            <p className="secondary preview-note">{t('report.unprinted', { count: sheet.unprinted })}</p>
          ) : null}
          {index + 1 === sheets.length && (data?.furtherSheets ?? 0) > 0 ? (
            <p className="secondary preview-note">{t('report.furtherSheets', { count: data?.furtherSheets })}</p>
          ) : null}
        </div>
      </div>
    </section>
  );
}

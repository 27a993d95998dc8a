import { Empty } from 'antd';
import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { ChannelResult } from '../../../contract/channels.ts';
import { pick } from '../../i18n/index.ts';
import { ShowFindings } from '../../ui/ShowFindings.tsx';
import { NumberHeads } from './NumberHeads.tsx';
import { Opener } from './Opener.tsx';

type Indicator = NonNullable<ChannelResult<'statistics.assessment'>['indicators']>[number];
type Row = Indicator['total'];

const shown = (value: number) => value.toLocaleString(undefined, { maximumFractionDigits: 2 });

/** Rate, numerator, denominator and what stands on neither side. */
function Figures({ row }: { readonly row: Row }): ReactElement {
  const { t } = useTranslation();
  return (
    <>
      <td className="number">
        <strong>{row.rate}</strong>
        {row.small ? <span className="tag tag-plain indicator-small">{t('statistics.small')}</span> : null}
      </td>
      <td className="number">{shown(row.numerator)}</td>
      <td className="number">{shown(row.denominator)}</td>
      <td className="number">{shown(row.excluded)}</td>
      <td className="number">{row.unknown === 0 ? '0' : <strong>{shown(row.unknown)}</strong>}</td>
    </>
  );
}

function IndicatorRows({ indicator }: { readonly indicator: Indicator }): ReactElement {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const { label, formula, note, target, missing, rule, total, units } = indicator;
  return (
    <>
      <tr>
        <th scope="row" className="indicator-name">
          {units.length === 0 ? (
            pick(label)
          ) : (
            <Opener open={open} onOpen={setOpen}>
              {pick(label)}
            </Opener>
          )}
          <span className="secondary indicator-formula" title={pick(note)}>
            {pick(formula)}
          </span>
        </th>
        {missing.length > 0 ? (
          <td colSpan={5} className="amber">
            {t('statistics.notCounted', { missing: missing.map((place) => pick(place)).join(t('common.comma')) })}
          </td>
        ) : (
          <Figures row={total} />
        )}
        <td className="number">{target ?? '—'}</td>
        <td className="number">
          {rule === null || rule.findings === 0 ? (
            (rule?.findings ?? '—')
          ) : (
            <ShowFindings filter={{ ruleId: [rule.id] }} label={`${pick(label)} ${String(rule.findings)}`}>
              {rule.findings.toLocaleString()}
            </ShowFindings>
          )}
        </td>
      </tr>
      {open
        ? units.map((row) => (
            <tr key={row.unit}>
              <th scope="row" className="indicator-unit">
                {row.unit === '' || row.unit === null ? t('statistics.noUnit') : row.unit}
              </th>
              <Figures row={row} />
              <td />
              <td />
            </tr>
          ))
        : null}
    </>
  );
}

/** Rates with numerator and denominator; by unit where there is more than one. */
export function Indicators({ indicators }: { readonly indicators: readonly Indicator[] | null }): ReactElement {
  const { t } = useTranslation();
  if (indicators === null || indicators.length === 0) return <Empty description={t('statistics.noIndicators')} />;
  return (
    <section className="block indicators" aria-label={t('statistics.views.indicators')}>
      <p className="secondary block-note">{t('statistics.indicatorsNote')}</p>
      <table className="table">
        <thead>
          <tr>
            <th scope="col">{t('statistics.indicator')}</th>
            <NumberHeads names={['rate', 'numerator', 'denominator', 'excluded', 'unknown', 'target', 'findings']} />
          </tr>
        </thead>
        <tbody>
          {indicators.map((indicator) => (
            <IndicatorRows key={indicator.id} indicator={indicator} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

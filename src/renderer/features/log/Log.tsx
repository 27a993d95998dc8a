import { Button, Empty, Skeleton } from 'antd';
import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useCall } from '../../app/queries.ts';
import { pick } from '../../i18n/index.ts';
import { ErrorPanel } from '../../ui/ErrorPanel.tsx';
import { when } from '../../ui/when.ts';
import { detailWords } from './detail-words.ts';
import '../../ui/cards.css';

const PAGE = 100;

/** What was done in this inspection; read only. */
export function Log(): ReactElement {
  const { t } = useTranslation();
  const [page, setPage] = useState(0);
  const { data, error, refetch, isPending } = useCall('log.list', { offset: page * PAGE, limit: PAGE });
  const pages = Math.max(1, Math.ceil((data?.total ?? 0) / PAGE));
  return (
    <div className="page">
      <div className="page-head">
        <h1>{t('log.title')}</h1>
        <span className="secondary">{t('log.note')}</span>
      </div>
      {error ? <ErrorPanel error={error} onRetry={() => void refetch()} /> : null}
      {isPending ? <Skeleton active /> : null}
      {data?.total === 0 ? <Empty description={t('log.empty')} /> : null}
      {data && data.total > 0 ? (
        <div className="block">
          <table className="table">
            <thead>
              <tr>
                <th scope="col" className="number">
                  {t('log.number')}
                </th>
                <th scope="col">{t('log.at')}</th>
                <th scope="col">{t('log.what')}</th>
                <th scope="col">{t('log.detail')}</th>
              </tr>
            </thead>
            <tbody>
              {data.rows.map((row) => (
                <tr key={row.number}>
                  <td className="number">{row.number}</td>
                  <td className="nowrap">{when(row.at)}</td>
                  <td className="nowrap">{pick(row.what)}</td>
                  <td>{detailWords(row.detail, t)}</td>
                </tr>
              ))}
            </tbody>
          </table>
          <div className="block-head">
            <Button
              disabled={page === 0}
              onClick={() => {
                setPage(page - 1);
              }}
            >
              {t('log.previous')}
            </Button>
            <span>{t('log.page', { page: page + 1, pages })}</span>
            <Button
              disabled={page + 1 >= pages}
              onClick={() => {
                setPage(page + 1);
              }}
            >
              {t('log.next')}
            </Button>
            <span className="grow" />
            <span className="secondary">{t('common.total', { count: data.total })}</span>
          </div>
        </div>
      ) : null}
    </div>
  );
}

import { CloseOutlined } from '@ant-design/icons';
import { Button, Tooltip } from 'antd';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { RecentInspection } from '../../../contract/model.ts';
import { call } from '../../app/api.ts';
import { refresh } from '../../app/queries.ts';
import { useApp } from '../../app/store.ts';

interface Props {
  readonly rows: readonly RecentInspection[];
  readonly current: string | null;
  readonly onOpen: (path: string) => void;
}

export function RecentList({ rows, current, onOpen }: Props): ReactElement {
  const { t } = useTranslation();
  const go = useApp((state) => state.go);
  return (
    <table className="card recent">
      <thead>
        <tr>
          <th scope="col">{t('workbench.name')}</th>
          <th scope="col">{t('workbench.asOf')}</th>
          <th scope="col" className="number">
            {t('class.violation')}
          </th>
          <th scope="col" className="number">
            {t('class.overLimit')}
          </th>
          <th scope="col" className="number">
            {t('class.lead')}
          </th>
          <th scope="col" className="number">
            {t('workbench.openFindings')}
          </th>
          <th aria-label={t('workbench.forget')} />
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.path} className={row.path === current ? 'current' : ''}>
            <td>
              <Button
                type="link"
                disabled={!row.exists}
                onClick={() => {
                  if (row.path === current) go('import');
                  else onOpen(row.path);
                }}
              >
                {row.name}
              </Button>
              <div className="secondary ellipsis" title={row.path}>
                {row.exists ? `${row.unit} · ${row.path}` : t('workbench.missing')}
              </div>
            </td>
            <td className="nowrap">{row.asOf}</td>
            <td className="number class-violation">{row.counts.violation.toLocaleString()}</td>
            <td className="number class-overLimit">{row.counts.overLimit.toLocaleString()}</td>
            <td className="number class-lead">{row.counts.lead.toLocaleString()}</td>
            <td className="number">{row.counts.open.toLocaleString()}</td>
            <td>
              <Tooltip title={t('workbench.forget')}>
                <Button
                  type="text"
                  size="small"
                  icon={<CloseOutlined />}
                  aria-label={`${t('workbench.forget')} ${row.name}`}
                  onClick={() => void call('recent.forget', { path: row.path }).then(() => refresh('recent.list'))}
                />
              </Tooltip>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

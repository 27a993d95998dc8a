import { CheckCircleFilled, MinusCircleOutlined, WarningFilled } from '@ant-design/icons';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useCall } from '../../app/queries.ts';
import { ErrorPanel } from '../../ui/ErrorPanel.tsx';

const kinds = [
  { id: 'whole', icon: <CheckCircleFilled className="ok" /> },
  { id: 'partly', icon: <WarningFilled className="amber" /> },
  { id: 'none', icon: <MinusCircleOutlined /> },
] as const;

/** How many records can be judged, in part, and not at all: count and share of all. */
export function Readiness(): ReactElement {
  const { t } = useTranslation();
  const { data, error } = useCall('problems.readiness', {});
  if (error) return <ErrorPanel error={error} />;
  const all = data ? data.whole + data.partly + data.none : 0;
  return (
    <dl className="readiness">
      {kinds.map(({ id, icon }) => (
        <div key={id} title={t(`validate.readinessHint.${id}`)}>
          <dt>
            <span aria-hidden="true">{icon}</span> {t(`validate.readiness.${id}`)}
          </dt>
          <dd>
            {data ? data[id].toLocaleString() : '…'} <span className="secondary">/ {all.toLocaleString()}</span>
          </dd>
        </div>
      ))}
    </dl>
  );
}

import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useCall } from '../../app/queries.ts';
import { pick } from '../../i18n/index.ts';
import { LevelTag } from '../../ui/LevelTag.tsx';

/** What falls due; no findings. */
export function Upcoming(): ReactElement {
  const { t } = useTranslation();
  const { data } = useCall('inspection.upcoming', {});
  return (
    <aside className="card upcoming" aria-label={t('workbench.upcoming')}>
      <div className="upcoming-head">
        <h2>{t('workbench.upcoming')}</h2>
        {data ? <span className="secondary">{t('common.total', { count: data.length })}</span> : null}
      </div>
      {data?.length === 0 ? <p className="secondary">{t('workbench.noUpcoming')}</p> : null}
      <ul>
        {data?.slice(0, 200).map((item) => (
          <li key={`${item.ruleId} ${item.subject} ${item.due}`}>
            <span className={`days level-${item.level}`}>
              <strong>{item.daysLeft}</strong> {t('workbench.days', { count: item.daysLeft })}
            </span>
            <span className="upcoming-words">
              <strong className="ellipsis" title={pick(item.title)}>
                {pick(item.title)}
              </strong>
              <span className="secondary ellipsis" title={item.subject}>
                {item.subject}
              </span>
            </span>
            <span className="upcoming-due">
              <span className="secondary">{item.due}</span>
              <LevelTag value={item.level} />
            </span>
          </li>
        ))}
      </ul>
      <p className="secondary">{t('workbench.upcomingNote')}</p>
    </aside>
  );
}

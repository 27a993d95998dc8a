import { Empty } from 'antd';
import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { ChannelResult } from '../../../contract/channels.ts';
import { useCall } from '../../app/queries.ts';
import { pick } from '../../i18n/index.ts';
import { LevelTag } from '../../ui/LevelTag.tsx';
import { ShowFindings } from '../../ui/ShowFindings.tsx';
import { NumberHeads } from './NumberHeads.tsx';
import { Opener } from './Opener.tsx';

type Deadline = ChannelResult<'statistics.assessment'>['deadlines'][number];

const levels = ['urgent', 'soon', 'notice'] as const;

/** The matters of one rule, opened below its counts. */
function Matters({ ruleId }: { readonly ruleId: string }): ReactElement[] | null {
  const { t } = useTranslation();
  const { data } = useCall('inspection.upcoming', {});
  const own = data?.filter((item) => item.ruleId === ruleId) ?? [];
  return own.map((item) => (
    <tr key={`${item.subject} ${item.due}`}>
      <th scope="row" className="indicator-unit">
        {item.subject}
      </th>
      <td colSpan={3}>
        <LevelTag value={item.level} />
      </td>
      <td className="number" />
      <td className="number">{item.due}</td>
      <td className="number">{t('workbench.daysLeft', { count: item.daysLeft })}</td>
      <td />
    </tr>
  ));
}

function DeadlineRows({ deadline }: { readonly deadline: Deadline }): ReactElement {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const { ruleId, title, counts, total, next, daysLeft, findings } = deadline;
  return (
    <>
      <tr>
        <th scope="row" className="indicator-name">
          <Opener open={open} onOpen={setOpen}>
            {pick(title)}
          </Opener>
        </th>
        {levels.map((level) => (
          <td className="number" key={level}>
            {counts[level].toLocaleString()}
          </td>
        ))}
        <td className="number">
          <strong>{total.toLocaleString()}</strong>
        </td>
        <td className="number">{next}</td>
        <td className="number">{t('workbench.daysLeft', { count: daysLeft })}</td>
        <td className="number">
          {findings === 0 ? (
            '0'
          ) : (
            <ShowFindings filter={{ ruleId: [ruleId] }} label={`${pick(title)} ${String(findings)}`}>
              {findings.toLocaleString()}
            </ShowFindings>
          )}
        </td>
      </tr>
      {open ? <Matters ruleId={ruleId} /> : null}
    </>
  );
}

/** Deadlines ahead by rule, the nearest first. */
export function Deadlines({ deadlines }: { readonly deadlines: readonly Deadline[] }): ReactElement {
  const { t } = useTranslation();
  if (deadlines.length === 0) return <Empty description={t('statistics.noDeadlines')} />;
  return (
    <section className="block deadlines" aria-label={t('statistics.views.deadlines')}>
      <p className="secondary block-note">{t('statistics.deadlinesNote')}</p>
      <table className="table">
        <thead>
          <tr>
            <th scope="col">{t('statistics.matter')}</th>
            {levels.map((level) => (
              <th scope="col" className="number" key={level}>
                <LevelTag value={level} />
              </th>
            ))}
            <NumberHeads names={['total', 'next', 'left', 'findings']} />
          </tr>
        </thead>
        <tbody>
          {deadlines.map((deadline) => (
            <DeadlineRows key={deadline.ruleId} deadline={deadline} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

import { QuestionCircleOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import type { TFunction } from 'i18next';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { FindingDetail as Detail } from '../../../contract/model.ts';
import { call } from '../../app/api.ts';
import { refresh } from '../../app/queries.ts';
import { pick } from '../../i18n/index.ts';
import { useAct } from '../../ui/use-act.ts';
import { Block } from './Block.tsx';
import { ValueChip } from './ValueChip.tsx';

type Justification = Detail['justifications'][number];

/** What would follow if it were shown. */
function thenWords(then: Justification['then'], t: TFunction): string {
  if (then.kind === 'person') return t('review.then.person');
  if (then.kind === 'extended') {
    const { day, days } = then;
    return days === 0 ? t('review.then.inTime', { day }) : t('review.then.stillOver', { day, days });
  }
  if (then.remaining.length === 0) return t('review.then.falls');
  return t('review.then.remains', {
    classes: then.remaining.map((each) => t(`class.${each}`)).join(t('review.between')),
  });
}

const settles = (then: Justification['then']): boolean =>
  then.kind === 'falls' || (then.kind === 'extended' && then.days === 0);

/** What it takes to show it: blank cells, columns and tables that are not there, or what stands in no table. */
function Needs({
  needs,
  kind,
  judged,
}: {
  readonly needs: Justification['needs'];
  readonly kind: Justification['then']['kind'];
  readonly judged: Detail['sources'][number] | undefined;
}): ReactElement {
  const { t } = useTranslation();
  return (
    <span className="chips justification-needs">
      <span className="secondary">{t('review.needs.label')}</span>
      {needs.length === 0 ? (
        <span className="secondary">{t(kind === 'person' ? 'review.needs.paper' : 'review.needs.unclear')}</span>
      ) : null}
      {needs.map(({ field, label, cell }) =>
        cell === null ? (
          <span key={field ?? label.zh} className="secondary">
            {t(field === null ? 'review.needs.table' : 'review.needs.column', { name: pick(label) })}
          </span>
        ) : (
          <ValueChip
            key={field ?? label.zh}
            evidence={{ label, value: null, cell, sheetId: judged?.sheetId ?? null, row: judged?.row ?? null }}
          />
        ),
      )}
    </span>
  );
}

/** Puts every blank cell of the finding on the list that goes to the agency, and takes them off it again. */
function AskFor({ detail }: { readonly detail: Detail }): ReactElement | null {
  const { t } = useTranslation();
  const { act } = useAct();
  const { missing, row } = detail;
  if (missing.length === 0) return null;
  const wanted = missing.some(({ asked }) => !asked);
  const cells = missing.map(({ label, cell }) => `${cell} ${pick(label)}`).join(t('review.between'));
  const ask = async (): Promise<void> => {
    await call('gaps.ask', { finding: row.id, wanted });
    await refresh('findings.get', 'log.list');
  };
  return (
    <span className="ask-for">
      {wanted ? null : <span className="secondary">{t('review.asked', { count: missing.length })}</span>}
      <Button type="link" size="small" title={cells} onClick={() => void act(ask)}>
        {wanted ? t('review.askFor', { count: missing.length }) : t('review.askNoMore')}
      </Button>
    </span>
  );
}

/** What may excuse and is not in the data: what would show it, and what would then follow. */
export function Justifications({ detail }: { readonly detail: Detail }): ReactElement | null {
  const { t } = useTranslation();
  const { justifications, missing, sources } = detail;
  if (justifications.length === 0 && missing.length === 0) return null;
  return (
    <Block
      title={t(justifications.length > 0 ? 'review.justifications' : 'review.missing')}
      note={t(justifications.length > 0 ? 'review.justificationsNote' : 'review.missingNote', {
        count: missing.length,
      })}
      action={<AskFor detail={detail} />}
    >
      <ul className="justifications">
        {justifications.map(({ words, needs, then }) => (
          <li key={words.zh}>
            <QuestionCircleOutlined aria-hidden="true" />
            <span className="justification-words">
              {then.kind === 'extended' ? t('review.extension', { name: pick(words) }) : pick(words)}
              <Needs needs={needs} kind={then.kind} judged={sources[0]} />
            </span>
            <span className={settles(then) ? 'justification-then settles' : 'justification-then'}>
              {thenWords(then, t)}
            </span>
          </li>
        ))}
      </ul>
    </Block>
  );
}

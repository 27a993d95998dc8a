import { Button, Input, Radio } from 'antd';
import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { ChannelResult } from '../../../contract/channels.ts';
import { CHECKLIST_ANSWERS, type ChecklistAnswer } from '../../../core/finding/checklist-score.ts';
import { call } from '../../app/api.ts';
import { refresh } from '../../app/queries.ts';
import { pick } from '../../i18n/index.ts';
import { when } from '../../ui/when.ts';
import { useAct } from '../../ui/use-act.ts';

type Item = ChannelResult<'checklist.get'>['items'][number];

/** One question, with what to look at and why a person has to answer it; saved at once. */
export function ChecklistItem({ item }: { readonly item: Item }): ReactElement {
  const { t } = useTranslation();
  const { act } = useAct();
  const [note, setNote] = useState(item.answerNote);
  const save = (answer: ChecklistAnswer | null): void => {
    void act(async () => {
      await call('checklist.answer', { item: item.id, answer, note });
      await refresh('checklist.get', 'inspection.overview', 'log.list');
    });
  };
  const title = pick(item.title);
  return (
    <li className="block checklist-item">
      <div className="checklist-words">
        <h2>
          <span className="tag tag-plain">{item.clauses.join('、')}</span> {title}{' '}
          <span className="secondary">{pick(item.party)}</span>
        </h2>
        <p>{pick(item.question)}</p>
        <p className="secondary">
          {t('checklist.evidence')}：{pick(item.evidence)}
        </p>
        <p className="secondary">
          {t('checklist.reason')}：{pick(item.reason)}
        </p>
        <p className="secondary">
          {t('checklist.law')}：{pick(item.law) === '' ? t('checklist.resolution') : pick(item.law)}
          {pick(item.note) === '' ? null : ` · ${pick(item.note)}`}
        </p>
      </div>
      <div className="checklist-answer">
        <Radio.Group
          aria-label={title}
          optionType="button"
          value={item.answer}
          options={CHECKLIST_ANSWERS.map((value) => ({ value, label: t(`checklist.answer.${value}`) }))}
          onChange={(event) => {
            save(event.target.value as ChecklistAnswer);
          }}
        />
        <Input.TextArea
          aria-label={t('checklist.groundsOf', { title })}
          placeholder={t('checklist.grounds')}
          autoSize={{ minRows: 2, maxRows: 6 }}
          maxLength={2000}
          value={note}
          onChange={(event) => {
            setNote(event.target.value);
          }}
          onBlur={() => {
            if (item.answer !== null && note !== item.answerNote) save(item.answer);
          }}
        />
        <span className="checklist-state">
          {item.answer === null ? (
            <strong className="amber">
              {item.outdated === null
                ? t('checklist.open')
                : t('checklist.outdated', { answer: t(`checklist.answer.${item.outdated}`) })}
            </strong>
          ) : (
            <>
              <span className="secondary nowrap">{t('checklist.at', { at: when(item.at ?? '') })}</span>
              {item.answerNote.trim() === '' ? <strong className="amber">{t('checklist.noGrounds')}</strong> : null}
              <Button
                type="link"
                size="small"
                aria-label={t('checklist.takeBackOf', { title })}
                onClick={() => {
                  save(null);
                }}
              >
                {t('checklist.takeBack')}
              </Button>
            </>
          )}
        </span>
      </div>
    </li>
  );
}

import { CheckOutlined, QuestionCircleOutlined, TableOutlined } from '@ant-design/icons';
import { Button, Skeleton } from 'antd';
import type { ReactElement, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { FindingDetail as Detail } from '../../../contract/model.ts';
import { useCall } from '../../app/queries.ts';
import { useApp } from '../../app/store.ts';
import { articleOfClause } from '../../i18n/article-number.ts';
import { pick } from '../../i18n/index.ts';
import { Attachments } from './Attachments.tsx';
import { History } from './History.tsx';
import { Block } from './Block.tsx';
import { Justifications } from './Justifications.tsx';
import { TimeLine } from './TimeLine.tsx';
import { ValueChip } from './ValueChip.tsx';
import { ClassIcon, ClassTag, SeverityMark } from '../../ui/ClassTag.tsx';
import { ErrorPanel } from '../../ui/ErrorPanel.tsx';

/** A value that no cell of the judged row holds: worked out, or found in another row, whose cell it opens. */
function ComputedChip({
  computed: { words, place },
}: {
  readonly computed: Detail['conditions'][number]['computed'][number];
}): ReactElement {
  const showSource = useApp((state) => state.showSource);
  if (place === null) return <span className="chip chip-computed">{pick(words)}</span>;
  return (
    <button
      type="button"
      className="chip"
      onClick={() => {
        showSource(place);
      }}
    >
      <span>{pick(words)}</span>
      <span className="chip-cell">{place.cell}</span>
    </button>
  );
}

/** The judged row into a trial of its rule, where each step is seen and each value can be changed. */
function TryRow({ detail: { row, sources } }: { readonly detail: Detail }): ReactElement | null {
  const { t } = useTranslation();
  const showRule = useApp((state) => state.showRule);
  const [judged] = sources;
  const sheetId = judged?.sheetId ?? null;
  if (judged === undefined || sheetId === null) return null;
  const place = { sheetId, row: judged.row };
  return (
    <Button
      type="link"
      size="small"
      onClick={() => {
        showRule(row.ruleId, place);
      }}
    >
      {t('review.tryRow')}
    </Button>
  );
}

function Conditions({ detail }: { readonly detail: Detail }): ReactElement {
  const { t } = useTranslation();
  return (
    <Block
      title={t('review.conditions')}
      note={t('review.conditionsNote', { count: detail.conditions.length })}
      action={<TryRow detail={detail} />}
    >
      <ul className="conditions">
        {detail.conditions.map((condition) => (
          <li key={condition.name}>
            <span aria-hidden="true" className={condition.result === 'true' ? 'condition-mark' : 'condition-mark off'}>
              {condition.result === 'true' ? (
                <CheckOutlined />
              ) : condition.result === 'unknown' ? (
                <QuestionCircleOutlined />
              ) : (
                '–'
              )}
            </span>
            <span className="condition-words" title={pick(condition.words)}>
              {pick(condition.words)}
            </span>
            <span className="chips">
              {condition.values.map((evidence) => (
                <ValueChip key={`${evidence.field} ${evidence.cell ?? ''}`} evidence={evidence} />
              ))}
              {condition.computed.map((computed) => (
                <ComputedChip key={computed.words.zh} computed={computed} />
              ))}
            </span>
          </li>
        ))}
      </ul>
    </Block>
  );
}

function Law({ detail }: { readonly detail: Detail }): ReactElement {
  const { t } = useTranslation();
  const byVersion = Map.groupBy(detail.law, ({ version, note }) =>
    [pick(version), pick(note)].filter((words) => words !== '').join(' · '),
  );
  return (
    <Block title={t('review.law')} note={detail.lawDay === null ? '' : t('review.lawDay', { day: detail.lawDay })}>
      <div className="law">
        {[...byVersion].map(([version, laws]) => (
          <p key={version}>
            <strong>{laws.map(({ citation }) => pick(citation)).join(t('review.between'))}</strong>
            <span className="secondary law-version">{version}</span>
          </p>
        ))}
        {detail.parameters.map((parameter) => (
          <p key={parameter.name} className="secondary">
            {t('review.parameters')}：{pick(parameter.label)} <strong>{parameter.value}</strong> ·{' '}
            {t('review.parameterFrom', { from: parameter.from })} · {t(`review.basis.${parameter.basis}`)}
          </p>
        ))}
        {detail.clauses.map((clause) => (
          <p key={clause.id}>
            <span className="secondary">
              {t('rules.clause', { article: articleOfClause(clause.id), id: clause.id })}
            </span>{' '}
            「{clause.quote}」
          </p>
        ))}
      </div>
    </Block>
  );
}

function Body({ detail, pager }: { readonly detail: Detail; readonly pager: ReactNode }): ReactElement {
  const { t } = useTranslation();
  const showSource = useApp((state) => state.showSource);
  const showRule = useApp((state) => state.showRule);
  const showFinding = useApp((state) => state.showFinding);
  const { row } = detail;
  return (
    <>
      <div className="detail-tags">
        <ClassTag value={row.class} />
        <SeverityMark value={row.severity} />
        <span className="secondary">{t(`state.${row.state}`)}</span>
        {row.change === 'unchanged' ? null : <span className="tag tag-plain">{t(`review.change.${row.change}`)}</span>}
        <span className="grow" />
        {pager}
      </div>
      <h2 className="conclusion">
        {pick(detail.message).map(({ text, decisive }, index) =>
          decisive ? (
            // Pieces of one sentence: their order is what tells them apart.
            <span key={index} className={`figure class-${row.class}`}>
              {text}
            </span>
          ) : (
            text
          ),
        )}
      </h2>
      <p className="secondary facts-line detail-meta">
        <span>{row.party}</span>
        <span>{row.subject}</span>
        <Button
          type="link"
          size="small"
          title={t('review.openRule')}
          onClick={() => {
            showRule(row.ruleId);
          }}
        >
          {row.ruleId} {detail.ruleVersion}
        </Button>
      </p>
      <div className="detail-sources">
        {detail.sources.slice(0, 3).map((source) => (
          <Button
            key={`${source.file} ${source.sheet} ${String(source.row)}`}
            type="link"
            size="small"
            icon={<TableOutlined />}
            onClick={() => {
              if (source.sheetId !== null) showSource({ sheetId: source.sheetId, row: source.row, cell: null });
            }}
          >
            {source.file} › {source.sheet} › {source.row}
          </Button>
        ))}
      </div>
      {detail.timeLine ? <TimeLine line={detail.timeLine} kind={row.class} /> : null}
      <Conditions detail={detail} />
      <Law detail={detail} />
      <Justifications detail={detail} />
      {detail.sameCase.length > 0 ? (
        <Block title={`${t('review.sameCase')} ${String(detail.sameCase.length)}`}>
          <div className="chips">
            {detail.sameCase.map((other) => (
              <button
                type="button"
                className="chip"
                key={other.id}
                onClick={() => {
                  showFinding(other.id);
                }}
              >
                <ClassIcon value={other.class} /> <span>{pick(other.title)}</span>
              </button>
            ))}
          </div>
        </Block>
      ) : null}
      <Block title={t('review.remedy')}>
        <p>{pick(detail.remedy)}</p>
      </Block>
      <Block
        title={t('review.note')}
        note={t('review.confidence', { value: t(`rules.confidence.${detail.confidence}`) })}
      >
        <p>{pick(detail.note)}</p>
      </Block>
      <Attachments finding={row.id} attachments={detail.attachments} />
      <Block title={t('review.history')}>
        <History row={row} history={detail.history} />
      </Block>
    </>
  );
}

/** One finding: conclusion, grounds with their cells, law in force, what may excuse, the rest of the case, what was decided. */
export function FindingDetail({
  id,
  pager,
}: {
  readonly id: string | null;
  /** Where the finding stands in the list. */
  readonly pager: ReactNode;
}): ReactElement {
  const { t } = useTranslation();
  const detail = useCall('findings.get', { id: id ?? '' }, id !== null);
  return (
    <article className="detail-scroll" tabIndex={0} aria-label={t('review.conditions')}>
      {id === null ? <p className="secondary">{t('review.choose')}</p> : null}
      {detail.error ? <ErrorPanel error={detail.error} onRetry={() => void detail.refetch()} /> : null}
      {id !== null && detail.isPending ? <Skeleton active /> : null}
      {detail.data ? <Body detail={detail.data} pager={pager} /> : null}
    </article>
  );
}

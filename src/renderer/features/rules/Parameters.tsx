import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { ChannelResult } from '../../../contract/channels.ts';
import { pick } from '../../i18n/index.ts';
import { Block } from './Block.tsx';
import { valueWords, type definitionOf } from './definition.ts';

type Definition = ReturnType<typeof definitionOf>;
type Parameter = Definition['parameters'][string];

interface Props {
  readonly definition: Definition;
  readonly bases: ChannelResult<'rules.get'>['bases'];
  readonly fields: ChannelResult<'rules.get'>['fields'];
  /** The day whose values are tinted. */
  readonly asOf: string;
}

/** One band a period; the one in force on the day is tinted. */
function Periods({
  parameter,
  bases,
  asOf,
}: Pick<Props, 'bases' | 'asOf'> & { readonly parameter: Parameter }): ReactElement {
  const { t } = useTranslation();
  const { values, label, unit } = parameter;
  const current = values.findLastIndex(({ from }) => from <= asOf);
  return (
    <div className="timeline">
      <span>
        {pick(label)} <span className="secondary">({t(`rules.unit.${unit}`)})</span>
      </span>
      <ol>
        {values.map(({ from, value, basis }, index) => {
          const known = bases[basis];
          const words = known === undefined ? basis : pick(known);
          return (
            <li key={from} className={index === current ? 'band current' : 'band'}>
              <strong title={valueWords(value)}>
                {valueWords(value)} {typeof value === 'number' ? t(`rules.shortUnit.${unit}`) : ''}
              </strong>
              <span className="secondary">
                {t('rules.from', { from })}
                {index === current ? ` · ${t('rules.inForce')}` : ''}
              </span>
              <span className="secondary band-basis" title={words}>
                {words}
              </span>
            </li>
          );
        })}
      </ol>
    </div>
  );
}

/** What is counted first, in its periods; the lists of words one press away. */
export function Parameters({ definition, bases, fields, asOf }: Props): ReactElement {
  const { t } = useTranslation();
  const all = Object.entries(definition.parameters);
  /** Fields whose day chooses the version. */
  const days = new Set(all.flatMap(([, { unit, asOf: by }]) => (unit === 'list' ? [] : by)));
  const selecting = fields
    .filter(({ id }) => days.has(id))
    .map(({ label }) => pick(label))
    .join(t('review.between'));
  const lists = all.filter(([, { unit }]) => unit === 'list');
  const periods = (parameters: typeof all): ReactElement[] =>
    parameters.map(([name, parameter]) => <Periods key={name} parameter={parameter} bases={bases} asOf={asOf} />);
  return (
    <Block
      title={t('rules.parameters')}
      note={selecting === '' ? undefined : t('rules.parametersNote', { field: selecting })}
    >
      {all.length === 0 ? <p className="secondary">{t('rules.noParameters')}</p> : null}
      {periods(all.filter(([, { unit }]) => unit !== 'list'))}
      {lists.length === 0 ? null : (
        <details className="word-lists">
          <summary>{t('rules.wordLists', { count: lists.length })}</summary>
          {periods(lists)}
        </details>
      )}
    </Block>
  );
}

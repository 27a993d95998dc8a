import type { ReactElement, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { errorWords } from '../../../contract/errors.ts';
import { useWish } from '../../app/use-wish.ts';
import { pick } from '../../i18n/index.ts';
import '../../ui/cards.css';
import './help.css';

const linesOf = (text: string): readonly (readonly string[])[] => text.split('\n').map((line) => line.split('|'));

function Block({
  id,
  title,
  children,
}: {
  readonly id: string;
  readonly title: string;
  readonly children: ReactNode;
}): ReactElement {
  return (
    <section className="block help-block" id={id} tabIndex={-1} aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>{title}</h2>
      {children}
    </section>
  );
}

function Lines({ text, keys = false }: { readonly text: string; readonly keys?: boolean }): ReactElement {
  return (
    <dl>
      {linesOf(text).map(([name, words]) => (
        <div key={name}>
          <dt>{keys ? <kbd>{name}</kbd> : name}</dt>
          <dd>{words}</dd>
        </div>
      ))}
    </dl>
  );
}

/** Manual, shortcuts, glossary and error codes; all of it in the program. */
export function Help(): ReactElement {
  const { t } = useTranslation();
  useWish('keys', () => {
    document.getElementById('help-keys')?.focus();
  });
  return (
    <div className="page help" role="region" tabIndex={0} aria-label={t('help.title')}>
      <div className="page-head">
        <h1>{t('help.title')}</h1>
      </div>
      <div className="help-columns">
        <Block id="help-manual" title={t('help.manual')}>
          <Lines text={t('help.manualText')} />
        </Block>
        <Block id="help-keys" title={t('help.keys')}>
          <Lines text={t('help.keyText')} keys />
        </Block>
        <Block id="help-glossary" title={t('help.glossary')}>
          <Lines text={t('help.glossaryText')} />
        </Block>
        <Block id="help-errors" title={t('help.errors')}>
          <dl>
            {Object.entries(errorWords).map(([code, words]) => (
              <div key={code}>
                <dt>{code}</dt>
                <dd>
                  {pick(words.happened)} <span className="secondary">{pick(words.action)}</span>
                </dd>
              </div>
            ))}
          </dl>
        </Block>
      </div>
    </div>
  );
}

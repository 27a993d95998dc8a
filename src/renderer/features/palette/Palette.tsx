import { SearchOutlined } from '@ant-design/icons';
import { Modal } from 'antd';
import { useEffect, useId, useRef, useState, type KeyboardEvent, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useEntries, type Entry } from './use-entries.ts';
import './palette.css';

interface Props {
  readonly onClose: () => void;
}

const keyOf = ({ group, id }: Entry): string => `${group} ${id}`;

/** Everything by keyboard: a command, a finding, a rule, a register, by name, id or initials. */
export function Palette({ onClose }: Props): ReactElement {
  const { t } = useTranslation();
  const [text, setText] = useState('');
  // By name, not by place: findings come a moment later and stand above, and Enter must take the line that one sees chosen.
  const [chosen, setChosen] = useState<string | null>(null);
  const entries = useEntries(text);
  if (entries[0] !== undefined && !entries.some((entry) => keyOf(entry) === chosen)) setChosen(keyOf(entries[0]));
  const list = useRef<HTMLDivElement>(null);
  const listId = useId();
  const at = Math.max(
    0,
    entries.findIndex((entry) => keyOf(entry) === chosen),
  );
  const goTo = (index: number): void => {
    const entry = entries[index];
    setChosen(entry === undefined ? null : keyOf(entry));
  };
  const optionId = (index: number): string => `${listId}-${String(index)}`;
  useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  }, [at, entries.length]);

  const choose = (entry: Entry | undefined): void => {
    if (entry === undefined) return;
    onClose();
    entry.run();
  };
  const onKey = (event: KeyboardEvent): void => {
    // Keys belong to the input method while it composes.
    if (event.nativeEvent.isComposing || event.key === 'Process') return;
    const last = entries.length - 1;
    const places: Readonly<Record<string, number>> = {
      ArrowDown: at === last ? 0 : at + 1,
      ArrowUp: at === 0 ? last : at - 1,
      PageDown: Math.min(last, at + 8),
      PageUp: Math.max(0, at - 8),
    };
    const place = places[event.key];
    if (place !== undefined) {
      event.preventDefault();
      goTo(Math.max(0, place));
    } else if (event.key === 'Enter') {
      event.preventDefault();
      choose(entries[at]);
    }
  };

  const groups = Map.groupBy(
    entries.map((entry, index) => ({ entry, index })),
    ({ entry }) => entry.group,
  );
  return (
    <Modal
      open
      className="palette"
      title={<span className="visually-hidden">{t('palette.title')}</span>}
      footer={null}
      closable={false}
      onCancel={onClose}
      width="44rem"
    >
      <div className="palette-input">
        <SearchOutlined aria-hidden="true" />
        <input
          autoFocus
          type="text"
          role="combobox"
          aria-label={t('palette.title')}
          aria-expanded="true"
          aria-controls={listId}
          aria-autocomplete="list"
          {...(entries.length > 0 && { 'aria-activedescendant': optionId(at) })}
          placeholder={t('palette.placeholder')}
          maxLength={200}
          value={text}
          onChange={(event) => {
            setText(event.target.value);
            setChosen(null);
          }}
          onKeyDown={onKey}
        />
      </div>
      <div id={listId} className="palette-list" role="listbox" aria-label={t('palette.results')} ref={list}>
        {[...groups].map(([group, members]) => (
          <div key={group} role="group" aria-labelledby={`${listId}-${group}`}>
            <div id={`${listId}-${group}`} className="palette-group" role="presentation">
              {t(`palette.group.${group}`)}
            </div>
            {members.map(({ entry, index }) => (
              <div
                key={entry.id}
                id={optionId(index)}
                role="option"
                aria-selected={index === at}
                className="palette-entry"
                onMouseMove={() => {
                  goTo(index);
                }}
                onClick={() => {
                  choose(entry);
                }}
              >
                <span className="palette-label ellipsis">{entry.label}</span>
                <span className="secondary ellipsis">{entry.detail}</span>
              </div>
            ))}
          </div>
        ))}
      </div>
      {entries.length === 0 ? (
        <p className="secondary palette-nothing" role="status">
          {t('palette.nothing')}
        </p>
      ) : null}
      <div className="palette-foot secondary" aria-hidden="true">
        <kbd>↑</kbd> <kbd>↓</kbd> {t('palette.hint')} <kbd>Enter</kbd> {t('palette.choose')} <kbd>Esc</kbd>{' '}
        {t('palette.close')}
      </div>
    </Modal>
  );
}

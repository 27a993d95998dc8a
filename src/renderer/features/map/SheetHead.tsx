import { InputNumber, Select } from 'antd';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { SheetMapping, SourceFile } from '../../../contract/model.ts';
import { useCall } from '../../app/queries.ts';
import { pick } from '../../i18n/index.ts';
import { withHeaderRow, withRegister, type Draft } from './draft.ts';
import { Templates } from './Templates.tsx';

interface Props {
  readonly file: string;
  readonly sheet: SourceFile['sheets'][number];
  readonly mapping: SheetMapping;
  readonly draft: Draft;
  readonly onDraft: (draft: Draft) => void;
}

const NONE = '';

/** Which register the sheet is and where its header stands, both adjustable. */
export function SheetHead({ file, sheet, mapping, draft, onDraft }: Props): ReactElement {
  const { t } = useTranslation();
  const registers = useCall('registers.list', {});
  const register = draft.register === undefined ? mapping.register : draft.register;
  return (
    <header className="map-head">
      <h1 className="ellipsis" title={`${file} › ${sheet.name}`}>
        {file} › {sheet.name}
      </h1>
      <Select<string>
        className="register-select"
        showSearch={{ optionFilterProp: 'label' }}
        aria-label={t('map.register')}
        value={register ?? NONE}
        options={[
          { value: NONE, label: t('map.notRegister') },
          ...(registers.data ?? []).map(({ id, label }) => ({ value: id, label: pick(label) })),
        ]}
        onChange={(value) => {
          onDraft(withRegister(mapping, draft, value === NONE ? null : value));
        }}
      />
      <label className="header-row nowrap secondary">
        {t('map.headerAt')}{' '}
        <InputNumber
          className="header-row-input"
          min={1}
          max={1_048_576}
          aria-label={t('map.headerRow')}
          value={draft.headerRow ?? mapping.headerRow}
          onChange={(value) => {
            onDraft(withHeaderRow(mapping, draft, value));
          }}
        />{' '}
        {t('map.headerUnit')}
      </label>
      <span className="secondary nowrap">{t('common.records', { count: sheet.records })}</span>
      <span className="grow" />
      <Templates />
    </header>
  );
}

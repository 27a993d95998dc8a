import { CheckCircleFilled, InfoCircleOutlined, MinusCircleOutlined, WarningFilled } from '@ant-design/icons';
import { Button } from 'antd';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { SourceFile } from '../../../contract/model.ts';
import { useApp } from '../../app/store.ts';
import { pick } from '../../i18n/index.ts';
import { useMap } from '../map/use-map.ts';
import { useValidate } from '../validate/use-validate.ts';

interface Props {
  readonly file: SourceFile;
  readonly sheet: SourceFile['sheets'][number];
}

/** A sheet: what it was recognised as, how much was read, and what a person should look at. */
export function SheetRow({ file, sheet }: Props): ReactElement {
  const { t } = useTranslation();
  const go = useApp((state) => state.go);
  const showSource = useApp((state) => state.showSource);
  const chooseSheet = useMap((state) => state.choose);
  const onlyFile = useValidate((state) => state.onlyFile);
  const { name } = sheet;
  const toMap = (): void => {
    chooseSheet(sheet.id);
    go('map');
  };
  return (
    <>
      <div className="file-grid sheet-row" role="presentation">
        <span role="cell" className="sheet-name">
          <Button
            type="link"
            size="small"
            className="ellipsis"
            onClick={() => {
              showSource({ sheetId: sheet.id, row: sheet.headerRow ?? 1, cell: null });
            }}
          >
            {name}
          </Button>
          {sheet.hidden ? <span className="tag">{t('import.hidden')}</span> : null}
        </span>
        <span role="cell" className="ellipsis">
          {sheet.registerLabel ? (
            pick(sheet.registerLabel)
          ) : (
            <span className="amber" title={t('import.unrecognisedHint')}>
              <MinusCircleOutlined aria-hidden="true" /> {t('import.unrecognised')}
            </span>
          )}
        </span>
        <span role="cell" className="number">
          {sheet.headerRow ?? <span className="secondary">{t('import.noHeader')}</span>}
        </span>
        <span role="cell" className="number">
          {sheet.records.toLocaleString()}
        </span>
        <span role="cell" className="number">
          {sheet.problems === 0 ? (
            '0'
          ) : (
            <Button
              type="link"
              size="small"
              aria-label={`${t('import.toProblems', { name })} ${String(sheet.problems)}`}
              onClick={() => {
                onlyFile(file.name);
                go('validate');
              }}
            >
              {sheet.problems.toLocaleString()}
            </Button>
          )}
        </span>
        <span role="cell" className="number">
          <Button
            type="link"
            size="small"
            aria-label={`${t('import.toMap', { name })} ${String(sheet.attention)}`}
            onClick={toMap}
          >
            {sheet.attention === 0 && sheet.register !== null ? (
              <span className="ok">
                <CheckCircleFilled aria-hidden="true" /> {t('import.ready')}
              </span>
            ) : (
              <span className="amber">
                <WarningFilled aria-hidden="true" /> {sheet.attention.toLocaleString()}
              </span>
            )}
          </Button>
        </span>
      </div>
      {sheet.warnings.length === 0 ? null : (
        <p className="sheet-warnings">
          <InfoCircleOutlined aria-hidden="true" /> {t('import.warnings')}：{sheet.warnings.map(pick).join(' ')}
        </p>
      )}
    </>
  );
}

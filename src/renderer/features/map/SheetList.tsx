import { CheckCircleFilled, FileExcelOutlined, MinusCircleOutlined, WarningFilled } from '@ant-design/icons';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { SourceFile } from '../../../contract/model.ts';
import { useMap } from './use-map.ts';

type Sheet = SourceFile['sheets'][number];

const isReady = (sheet: Sheet): boolean => sheet.register !== null && sheet.attention === 0;

function SheetState({ sheet }: { readonly sheet: Sheet }): ReactElement {
  const { t } = useTranslation();
  if (sheet.register === null) {
    return (
      <span className="secondary nowrap">
        <MinusCircleOutlined aria-hidden="true" /> {t('map.unread')}
      </span>
    );
  }
  return sheet.attention === 0 ? (
    <span className="ok nowrap" title={t('map.ready')}>
      <CheckCircleFilled aria-hidden="true" /> {t('map.ready')}
    </span>
  ) : (
    <span className="amber nowrap">
      <WarningFilled aria-hidden="true" /> {t('map.attention', { count: sheet.attention })}
    </span>
  );
}

/** Files and their sheets, each with what it still asks for. */
export function SheetList({
  files,
  current,
}: {
  readonly files: readonly SourceFile[];
  readonly current: number | null;
}): ReactElement {
  const { t } = useTranslation();
  const choose = useMap((state) => state.choose);
  const sheets = files.flatMap((file) => file.sheets);
  return (
    <nav className="sheet-list" aria-label={t('map.sheets')}>
      <div className="sheet-list-head">
        <strong>{t('map.sheets')}</strong>{' '}
        <span className="secondary">
          {t('common.files', { count: files.length })} ·{' '}
          <span className="nowrap">{t('common.sheets', { count: sheets.length })}</span>
        </span>
      </div>
      <div className="sheet-list-scroll">
        {files.map((file) => (
          <section key={file.id} aria-label={file.name}>
            <div className="sheet-file ellipsis" title={file.name}>
              <FileExcelOutlined className="ok" aria-hidden="true" /> {file.name}
            </div>
            {file.sheets.map((sheet) => (
              <button
                key={sheet.id}
                type="button"
                className="sheet-item"
                aria-current={sheet.id === current ? 'true' : undefined}
                onClick={() => {
                  choose(sheet.id);
                }}
              >
                <span className="ellipsis" title={sheet.name}>
                  {sheet.name}
                </span>
                <SheetState sheet={sheet} />
              </button>
            ))}
          </section>
        ))}
      </div>
      <div className="pane-foot secondary">
        {t('map.readyOf', { ready: sheets.filter(isReady).length, all: sheets.length })}
      </div>
    </nav>
  );
}

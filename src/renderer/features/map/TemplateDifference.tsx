import { Modal } from 'antd';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { TemplateFit } from '../../../contract/model.ts';
import { useCall } from '../../app/queries.ts';

/** How far a template fitted, sheet by sheet, and which headers differ. */
export function TemplateDifference({
  fits,
  onClose,
}: {
  readonly fits: readonly TemplateFit[];
  readonly onClose: () => void;
}): ReactElement {
  const { t } = useTranslation();
  const files = useCall('files.list', {});
  const nameOf = (id: number): string => {
    const file = files.data?.find((one) => one.sheets.some((sheet) => sheet.id === id));
    const sheet = file?.sheets.find((one) => one.id === id);
    return file && sheet ? `${file.name} › ${sheet.name}` : '';
  };
  return (
    <Modal open title={t('map.fitTitle')} footer={null} onCancel={onClose} width="46rem">
      <ul className="template-fits">
        {fits.map((fit) => (
          <li key={fit.sheetId}>
            <strong>{nameOf(fit.sheetId)}</strong>{' '}
            <span className="secondary">{t('map.fit', { applied: fit.applied, count: fit.of })}</span>
            {fit.added.length > 0 ? (
              <p>
                <span className="secondary">{t('map.fitAddedTitle')}：</span>
                {fit.added.join('、')}
              </p>
            ) : null}
            {fit.missing.length > 0 ? (
              <p>
                <span className="secondary">{t('map.fitMissingTitle')}：</span>
                {fit.missing.join('、')}
              </p>
            ) : null}
          </li>
        ))}
      </ul>
    </Modal>
  );
}

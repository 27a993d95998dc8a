import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { FindingDetail } from '../../../contract/model.ts';
import { useApp } from '../../app/store.ts';
import { pick } from '../../i18n/index.ts';

type Evidence = FindingDetail['conditions'][number]['values'][number];

/** A value with its cell; pressing it opens the cell. An empty cell is said, not left out. */
export function ValueChip({
  evidence,
}: {
  readonly evidence: Pick<Evidence, 'label' | 'value' | 'cell' | 'sheetId' | 'row'>;
}): ReactElement {
  const { t } = useTranslation();
  const showSource = useApp((state) => state.showSource);
  const { sheetId, row, cell } = evidence;
  return (
    <button
      type="button"
      className={evidence.value === null ? 'chip chip-empty' : 'chip'}
      title={pick(evidence.label)}
      disabled={sheetId === null || row === null}
      onClick={() => {
        if (sheetId !== null && row !== null) showSource({ sheetId, row, cell });
      }}
    >
      <span>
        {evidence.value ?? t(cell === null ? 'review.noColumn' : 'review.empty', { name: pick(evidence.label) })}
      </span>
      {cell ? <span className="chip-cell">{cell}</span> : null}
    </button>
  );
}

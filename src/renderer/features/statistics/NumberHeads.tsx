import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { statisticsZh } from '../../i18n/statistics.zh.ts';

/** Heads of columns that hold numbers. */
export function NumberHeads({
  names,
}: {
  readonly names: readonly (keyof typeof statisticsZh.columns)[];
}): ReactElement[] {
  const { t } = useTranslation();
  return names.map((name) => (
    <th scope="col" className="number" key={name}>
      {t(`statistics.columns.${name}`)}
    </th>
  ));
}

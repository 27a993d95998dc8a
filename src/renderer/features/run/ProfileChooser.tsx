import { App as AntdApp, Select } from 'antd';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '../../app/api.ts';
import { refresh, useCall } from '../../app/queries.ts';
import { useJob } from '../../app/use-job.ts';
import { useAct } from '../../ui/use-act.ts';

/** What no saved profile has as its value: a value of theirs begins with `saved:`. */
const STOCK = 'stock';
const OWN = 'own';

/** The rules as they come, one of the saved profiles, or what this inspection has changed on its own. */
export function ProfileChooser({ differences }: { readonly differences: number }): ReactElement {
  const { t } = useTranslation();
  const { modal } = AntdApp.useApp();
  const { act } = useAct();
  const { data: profiles = [] } = useCall('profiles.list', {});
  const running = useJob('run')?.state === 'running';
  const used = profiles.find(({ inUse }) => inUse);
  const value = differences === 0 ? STOCK : used ? `saved:${used.name}` : OWN;
  const apply = (name: string | null): Promise<void> =>
    act(async () => {
      await call('profiles.apply', { name });
      await refresh();
    });
  const choose = (chosen: string): void => {
    if (chosen === value) return;
    const name = chosen === STOCK ? null : chosen.slice('saved:'.length);
    if (value !== OWN) {
      void apply(name);
      return;
    }
    // What stands under no name would be lost.
    modal.confirm({
      title: t('run.replaceTitle', { count: differences }),
      content: t('run.replaceText'),
      okText: t('run.apply'),
      cancelText: t('common.cancel'),
      onOk: () => apply(name),
    });
  };
  return (
    <Select
      className="profile-chooser"
      aria-label={t('run.profile')}
      prefix={t('run.profile')}
      value={value}
      disabled={running}
      popupMatchSelectWidth={false}
      onChange={choose}
      options={[
        { value: STOCK, label: t('run.stockProfile') },
        ...profiles.map(({ name, rules }) => ({
          value: `saved:${name}`,
          label: t('run.savedProfileOf', { name, count: rules }),
        })),
        ...(value === OWN ? [{ value: OWN, label: t('run.ownProfile', { count: differences }) }] : []),
      ]}
    />
  );
}

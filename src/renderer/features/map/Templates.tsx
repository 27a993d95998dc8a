import { DeleteOutlined, SaveOutlined, SnippetsOutlined } from '@ant-design/icons';
import { App as AntdApp, Button, Popover } from 'antd';
import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { TemplateFit } from '../../../contract/model.ts';
import { call } from '../../app/api.ts';
import { refresh, useCall } from '../../app/queries.ts';
import { NameDialog } from '../../ui/NameDialog.tsx';
import { useAct } from '../../ui/use-act.ts';
import { TemplateDifference } from './TemplateDifference.tsx';

/** Saving what was decided on headers under a name, and using it again; where it half fits, the difference is shown. */
export function Templates(): ReactElement {
  const { t } = useTranslation();
  const { message } = AntdApp.useApp();
  const { act, say } = useAct();
  const templates = useCall('templates.list', {});
  const [naming, setNaming] = useState(false);
  const [open, setOpen] = useState(false);
  const [fits, setFits] = useState<readonly TemplateFit[] | null>(null);
  const save = async (name: string): Promise<void> => {
    await call('templates.save', { name });
    setNaming(false);
    await refresh('templates.list');
    say(t('map.templateSaved'));
  };
  const apply = async (id: string): Promise<void> => {
    setOpen(false);
    const { sheets } = await call('templates.apply', { id });
    await refresh('mapping.get', 'files.list', 'inspection.overview');
    if (sheets.length === 0) void message.info(t('map.fitNone'));
    else setFits(sheets);
  };
  const list = (
    <ul className="template-list">
      {templates.data?.length === 0 ? <li className="secondary">{t('map.noTemplates')}</li> : null}
      {templates.data?.map((template) => (
        <li key={template.id}>
          <Button
            type="link"
            onClick={() => {
              void act(() => apply(template.id));
            }}
          >
            {template.name}
          </Button>
          <span className="secondary nowrap">
            {t('map.templateSheets', { count: template.sheets, day: template.savedAt.slice(0, 10) })}
          </span>
          <Button
            type="text"
            size="small"
            icon={<DeleteOutlined />}
            aria-label={t('map.removeTemplate', { name: template.name })}
            onClick={() => {
              void act(async () => {
                await call('templates.remove', { id: template.id });
                await refresh('templates.list');
              });
            }}
          />
        </li>
      ))}
    </ul>
  );
  return (
    <>
      <Popover content={list} trigger="click" placement="bottomRight" open={open} onOpenChange={setOpen}>
        <Button type="text" icon={<SnippetsOutlined />}>
          {t('map.applyTemplate')}
        </Button>
      </Popover>
      <Button
        type="text"
        icon={<SaveOutlined />}
        onClick={() => {
          setNaming(true);
        }}
      >
        {t('map.saveTemplate')}
      </Button>
      {naming ? (
        <NameDialog
          title={t('map.saveTemplate')}
          label={t('map.templateName')}
          hint={t('map.templateHint')}
          onName={(name) => {
            void act(() => save(name));
          }}
          onCancel={() => {
            setNaming(false);
          }}
        />
      ) : null}
      {fits === null ? null : (
        <TemplateDifference
          fits={fits}
          onClose={() => {
            setFits(null);
          }}
        />
      )}
    </>
  );
}

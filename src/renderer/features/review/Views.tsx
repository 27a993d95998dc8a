import { DeleteOutlined, EditOutlined, EyeOutlined, SaveOutlined } from '@ant-design/icons';
import { Button, Checkbox, Popover } from 'antd';
import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '../../app/api.ts';
import { refresh, useCall } from '../../app/queries.ts';
import { NameDialog } from '../../ui/NameDialog.tsx';
import { useAct } from '../../ui/use-act.ts';
import { listColumns, useReview, viewOf } from './use-review.ts';

/** What is being given a name: the view as it stands (`''`), or one that has a name. */
interface Naming {
  readonly was: string;
}

/** Filter, order and columns under a name: kept in the inspection, taken up again with one press. */
export function Views(): ReactElement {
  const { t } = useTranslation();
  const { act } = useAct();
  const { data: views } = useCall('views.list', {});
  const columns = useReview((state) => state.columns);
  const setColumns = useReview((state) => state.setColumns);
  const take = useReview((state) => state.take);
  const [open, setOpen] = useState(false);
  const [naming, setNaming] = useState<Naming | null>(null);
  const change = (work: () => Promise<unknown>): void => {
    void act(async () => {
      await work();
      await refresh('views.list');
    });
  };
  const startNaming = (was: string): void => {
    setOpen(false);
    setNaming({ was });
  };
  const named = (name: string): void => {
    if (naming === null) return;
    setNaming(null);
    change(() =>
      naming.was === ''
        ? call('views.save', { name, view: viewOf(useReview.getState()) })
        : call('views.rename', { name: naming.was, to: name }),
    );
  };
  const content = (
    <div className="views">
      <ul aria-label={t('review.views.title')}>
        {views?.length === 0 ? <li className="secondary">{t('review.views.none')}</li> : null}
        {views?.map(({ name, view }) => (
          <li key={name}>
            <Button
              type="link"
              size="small"
              onClick={() => {
                setOpen(false);
                take(view);
              }}
            >
              {name}
            </Button>
            <span className="grow" />
            <Button
              type="text"
              size="small"
              icon={<EditOutlined />}
              aria-label={t('review.views.rename', { name })}
              onClick={() => {
                startNaming(name);
              }}
            />
            <Button
              type="text"
              size="small"
              icon={<DeleteOutlined />}
              aria-label={t('review.views.remove', { name })}
              onClick={() => {
                change(() => call('views.remove', { name }));
              }}
            />
          </li>
        ))}
      </ul>
      <Button
        size="small"
        icon={<SaveOutlined />}
        onClick={() => {
          startNaming('');
        }}
      >
        {t('review.views.save')}
      </Button>
      <fieldset>
        <legend>{t('review.views.columns')}</legend>
        {listColumns.map((column) => (
          <Checkbox
            key={column}
            checked={columns.includes(column)}
            onChange={(event) => {
              setColumns(
                listColumns.filter((each) => (each === column ? event.target.checked : columns.includes(each))),
              );
            }}
          >
            {t(`review.views.column.${column}`)}
          </Checkbox>
        ))}
      </fieldset>
    </div>
  );
  return (
    <>
      <Popover content={content} trigger="click" placement="bottomLeft" open={open} onOpenChange={setOpen}>
        <Button
          size="small"
          icon={<EyeOutlined />}
          aria-label={t('review.views.title')}
          title={t('review.views.title')}
        />
      </Popover>
      {naming === null ? null : (
        <NameDialog
          title={naming.was === '' ? t('review.views.save') : t('review.views.rename', { name: naming.was })}
          label={t('review.views.name')}
          hint={t('review.views.hint')}
          initial={naming.was}
          taken={{
            names: (views ?? []).map(({ name }) => name).filter((name) => name !== naming.was),
            words: t('review.views.taken'),
          }}
          onName={named}
          onCancel={() => {
            setNaming(null);
          }}
        />
      )}
    </>
  );
}

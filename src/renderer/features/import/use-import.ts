import { App as AntdApp } from 'antd';
import { useTranslation } from 'react-i18next';
import type { JobEvent } from '../../../contract/model.ts';
import { call } from '../../app/api.ts';
import { useApp } from '../../app/store.ts';
import { wordsOfError } from '../../app/words-of-error.ts';

/** The import under way, if any. */
export function useImportJob(): JobEvent | null {
  return useApp(
    (state) => Object.values(state.jobs).find((job) => job.kind === 'import' && job.state === 'running') ?? null,
  );
}

export interface ImportActions {
  readonly choose: () => Promise<void>;
  readonly take: (files: readonly File[]) => Promise<void>;
}

/** Starting an import, from the dialog or from what was dropped. */
export function useImportActions(): ImportActions {
  const { t } = useTranslation();
  const { message } = AntdApp.useApp();
  const start = async (paths: readonly string[]): Promise<void> => {
    try {
      await call('files.import', { paths: [...paths] });
    } catch (error) {
      void message.warning(wordsOfError(error));
    }
  };
  return {
    choose: async () => {
      const paths = await call('dialog.openFiles', {});
      if (paths.length > 0) await start(paths);
    },
    take: async (files) => {
      const paths = files.map((file) => window.api.pathOf(file)).filter((path) => path !== '');
      if (paths.length > 0) await start(paths);
      else void message.warning(t('import.noPaths'));
    },
  };
}

import { App as AntdApp } from 'antd';
import { wordsOfError } from '../app/words-of-error.ts';

/** What a person asks for by a press, with a passing message about how it went. */
export interface Act {
  /** Does the work; what goes wrong is said in a message, never thrown. */
  readonly act: (work: () => Promise<void>) => Promise<void>;
  /** Says that it is done. */
  readonly say: (words: string) => void;
}

export function useAct(): Act {
  const { message } = AntdApp.useApp();
  return {
    act: async (work) => {
      try {
        await work();
      } catch (error) {
        void message.warning(wordsOfError(error));
      }
    },
    say: (words) => {
      void message.success(words);
    },
  };
}

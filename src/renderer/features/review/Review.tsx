import { App as AntdApp, Button, Drawer, Empty, Modal } from 'antd';
import { useRef, useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '../../app/api.ts';
import { useCall } from '../../app/queries.ts';
import { useApp } from '../../app/store.ts';
import { LARGEST_WITH_THREE_PANES } from '../../app/theme.ts';
import { wordsOfError } from '../../app/words-of-error.ts';
import { decide, needsDialog, noWords, undo, type Action, type DecisionWords } from './actions.ts';
import { DecisionBar } from './DecisionBar.tsx';
import { DecisionDialog } from './DecisionDialog.tsx';
import { Facets } from './Facets.tsx';
import { FindingDetail } from './FindingDetail.tsx';
import { FindingList } from './FindingList.tsx';
import { Pager } from './Pager.tsx';
import { useFindingPages } from './use-finding-pages.ts';
import { useReview } from './use-review.ts';
import { useReviewKeys } from './use-review-keys.ts';
import { useShownFinding } from './use-shown-finding.ts';
import './review.css';

function KeyHelp({ onClose }: { readonly onClose: () => void }): ReactElement {
  const { t } = useTranslation();
  const rows = [
    ['J / K', 'next'],
    ['Enter', 'open'],
    ['Space', 'tick'],
    ['Shift ↑ ↓', 'extend'],
    ['C', 'propose'],
    ['X', 'dismiss'],
    ['E', 'refer'],
    ['M', 'moreInfo'],
    ['A', 'assign'],
    ['/', 'comment'],
    ['Ctrl Z', 'undo'],
    ['?', 'help'],
  ] as const;
  return (
    <Modal open title={t('review.keys.title')} footer={null} onCancel={onClose}>
      <table className="key-table">
        <tbody>
          {rows.map(([keys, words]) => (
            <tr key={words}>
              <td>
                <kbd>{keys}</kbd>
              </td>
              <td>{t(`review.keys.${words}`)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Modal>
  );
}

/** Three panes: what to look at, the list, the finding with its grounds and the decisions. */
export function Review(): ReactElement {
  const { t } = useTranslation();
  const { message } = AntdApp.useApp();
  const go = useApp((state) => state.go);
  const review = useReview();
  const coverage = useCall('run.coverage', {});
  const pages = useFindingPages(review.filter, review.order, review.cursor, review.cursor);
  const [pending, setPending] = useState<Action | null>(null);
  const [help, setHelp] = useState(false);
  const [filtering, setFiltering] = useState(false);
  const sending = useRef(new Set<string>());
  const { data: settings } = useCall('settings.get', {});
  const folded = (settings?.fontSizePercent ?? 100) > LARGEST_WITH_THREE_PANES;

  const shown = pages.row(review.cursor)?.id ?? null;
  const current = useShownFinding(shown);
  const chosen = review.ticked.size > 0 ? [...review.ticked] : current === null ? [] : [current];

  const fail = (error: unknown): void => {
    void message.warning(wordsOfError(error));
  };
  const apply = async (action: Action, words: DecisionWords): Promise<void> => {
    // A second press while the first is being saved is no second decision; one on the next finding is.
    const decision = JSON.stringify([action, chosen]);
    if (sending.current.has(decision)) return;
    sending.current.add(decision);
    try {
      const changed = await decide(chosen, action, words);
      // What was written stays in the dialog until it is saved. Without a dialog, one that was opened since is another's.
      if (needsDialog(action)) setPending(null);
      void message.success(t('review.done', { count: changed }));
      review.untickAll();
    } catch (error) {
      fail(error);
    } finally {
      sending.current.delete(decision);
    }
  };
  const act = (action: Action): void => {
    if (chosen.length === 0) return;
    if (needsDialog(action)) setPending(action);
    else void apply(action, noWords);
  };
  const takeBack = async (): Promise<void> => {
    try {
      const count = await undo();
      void message.info(count === 0 ? t('review.nothingToUndo') : t('review.undone', { count }));
    } catch (error) {
      fail(error);
    }
  };
  /** Shift and arrows tick everything between where one began and where one is. */
  const move = (by: number, extend: boolean): void => {
    const to = Math.min(Math.max(0, review.cursor + by), Math.max(0, pages.total - 1));
    if (extend) {
      const from = review.anchor ?? review.cursor;
      if (review.anchor === null) review.setAnchor(review.cursor);
      const range = { offset: Math.min(from, to), limit: Math.abs(from - to) + 1 };
      void call('findings.ids', { filter: review.filter, order: review.order, ...range }).then((ids) => {
        review.tick(ids, true);
      });
    } else review.setAnchor(null);
    review.moveTo(to);
  };
  useReviewKeys({
    move,
    open: () => {
      document.querySelector<HTMLElement>('.detail-scroll')?.focus();
    },
    tick: () => {
      if (shown !== null) review.tick([shown], !review.ticked.has(shown));
    },
    act,
    undo: () => void takeBack(),
    help: () => {
      setHelp(true);
    },
  });

  if (coverage.data?.at === null) {
    return (
      <Empty className="screen-empty" description={`${t('review.noRun')} ${t('review.noRunHint')}`}>
        <Button
          type="primary"
          onClick={() => {
            go('run');
          }}
        >
          {t('review.toRun')}
        </Button>
      </Empty>
    );
  }
  return (
    <div className="review">
      {folded ? (
        <Drawer
          open={filtering}
          placement="left"
          size="20rem"
          title={t('review.showFacets')}
          className="facets-drawer"
          onClose={() => {
            setFiltering(false);
          }}
        >
          <Facets />
        </Drawer>
      ) : (
        <Facets />
      )}
      <FindingList
        {...(folded && {
          onFilter: () => {
            setFiltering(true);
          },
        })}
      />
      <section className="detail">
        <FindingDetail
          id={current}
          pager={
            <Pager
              index={review.cursor}
              total={pages.total}
              onMove={(by) => {
                move(by, false);
              }}
            />
          }
        />
        <DecisionBar
          disabled={chosen.length === 0}
          count={chosen.length}
          onAction={act}
          onUndo={() => void takeBack()}
        />
      </section>
      {pending === null ? null : (
        <DecisionDialog
          action={pending}
          count={chosen.length}
          onApply={(words) => void apply(pending, words)}
          onCancel={() => {
            setPending(null);
          }}
        />
      )}
      {help ? (
        <KeyHelp
          onClose={() => {
            setHelp(false);
          }}
        />
      ) : null}
    </div>
  );
}

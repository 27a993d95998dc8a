import type { TFunction } from 'i18next';
import { useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { FindingRow, RecentInspection, RuleSummary, SourceFile } from '../../../contract/model.ts';
import { actNames, needsInspection, placesOpen, runCommand } from '../../app/commands.ts';
import { useCall } from '../../app/queries.ts';
import { useApp } from '../../app/store.ts';
import { pick } from '../../i18n/index.ts';
import { bestOf, wordsOf, type Named } from '../../ui/rank.ts';
import { useInitials } from '../../ui/use-initials.ts';

export type EntryGroup = 'recent' | 'command' | 'finding' | 'rule' | 'register';

/** A line of the palette. */
export interface Entry {
  readonly id: string;
  readonly group: EntryGroup;
  readonly label: string;
  readonly detail: string;
  readonly run: () => void;
}

type Candidate = Entry & Named;

const MOST = { recent: 5, command: 8, rule: 6, register: 5, finding: 6 } as const satisfies Record<EntryGroup, number>;
const MOST_UNASKED = { recent: 5, command: 30 } as const;
/** One waits for a pause in typing before the findings are searched. */
const PAUSE_MS = 120;

function useSettled(text: string): string {
  const [settled, setSettled] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => {
      setSettled(text);
    }, PAUSE_MS);
    return () => {
      clearTimeout(timer);
    };
  }, [text]);
  return settled;
}

type Draft = Omit<Candidate, 'initials'> & { /** Whose initials count. */ readonly chinese: string };

function commands(open: boolean, t: TFunction): Draft[] {
  const places = placesOpen(open).map((place) => {
    const label = t('palette.go', { place: t(`place.${place}`) });
    return { name: `go:${place}`, label, texts: [label, t(`place.${place}`), place], chinese: t(`place.${place}`) };
  });
  const acts = actNames
    .filter((name) => open || !needsInspection(name))
    .map((name) => {
      const label = t(`palette.act.${name.replace(':', '_') as ActKey}`);
      return { name, label, texts: [label, name], chinese: label };
    });
  return [...places, ...acts].map(({ name, label, texts, chinese }) => ({
    id: name,
    group: 'command',
    label,
    detail: '',
    texts,
    chinese,
    run: () => {
      runCommand(name);
    },
  }));
}

type ActKey = (typeof actNames)[number] extends `${infer Group}:${infer Act}` ? `${Group}_${Act}` : never;

function recents(rows: readonly RecentInspection[], current: string | undefined, t: TFunction): Draft[] {
  return rows
    .filter(({ path, exists }) => exists && path !== current)
    .map(({ path, name, unit, asOf }) => ({
      id: path,
      group: 'recent',
      label: t('palette.openRecent', { name }),
      detail: `${unit} · ${asOf}`,
      texts: [name, unit],
      chinese: name,
      run: () => {
        useApp.getState().ask({ what: 'open', path });
      },
    }));
}

const ofRules = (rules: readonly RuleSummary[]): Draft[] =>
  rules.map(({ id, title, registerLabel }) => ({
    id,
    group: 'rule',
    label: pick(title),
    detail: `${id} · ${pick(registerLabel)}`,
    texts: [id, title.zh, title.en],
    chinese: title.zh,
    run: () => {
      useApp.getState().showRule(id);
    },
  }));

/** A register leads to its sheets; one that was not handed over to the rules that read it. */
function ofRegisters(
  registers: readonly { readonly id: string; readonly label: { readonly zh: string; readonly en: string } }[],
  files: readonly SourceFile[],
  t: TFunction,
): Draft[] {
  const sheets = files.flatMap((file) => file.sheets.map((sheet) => ({ ...sheet, file: file.name })));
  return registers.flatMap(({ id, label }): Draft[] => {
    const named = {
      group: 'register',
      label: pick(label),
      texts: [id, label.zh, label.en],
      chinese: label.zh,
    } as const;
    const found = sheets.filter(({ register }) => register === id);
    if (found.length === 0) {
      const run = (): void => {
        useApp.getState().showRules(pick(label));
      };
      return [{ ...named, id, detail: t('palette.noSheet'), run }];
    }
    return found.map(({ id: sheetId, file, name, headerRow }) => ({
      ...named,
      id: `${id} ${String(sheetId)}`,
      detail: `${file} › ${name}`,
      run: () => {
        useApp.getState().showSource({ sheetId, row: headerRow ?? 1, cell: null });
      },
    }));
  });
}

const ofFindings = (rows: readonly FindingRow[]): Entry[] =>
  rows.map(({ id, title, subject, party, decisive }) => ({
    id,
    group: 'finding',
    label: pick(title),
    detail: [subject, party, pick(decisive)].filter((words) => words !== '').join(' · '),
    run: () => {
      useApp.getState().showFinding(id);
    },
  }));

/** What fits a text, in groups: findings first where one looks for something, commands first where not. */
export function useEntries(text: string): readonly Entry[] {
  const { t, i18n } = useTranslation();
  const { data: overview } = useCall('inspection.overview', {});
  const open = overview !== null && overview !== undefined;
  const path = overview?.path;
  const { data: rules } = useCall('rules.list', {});
  const { data: registers } = useCall('registers.list', {});
  const { data: files } = useCall('files.list', {}, open);
  const { data: recent } = useCall('recent.list', {});
  const drafts = useMemo(
    () => [
      ...recents(recent ?? [], path, t),
      ...commands(open, t),
      ...ofRules(rules ?? []),
      ...ofRegisters(registers ?? [], open ? (files ?? []) : [], t),
    ],
    // Labels follow the language.
    [recent, path, open, rules, registers, files, t, i18n.language],
  );
  const initials = useInitials(useMemo(() => drafts.map(({ chinese }) => chinese), [drafts]));
  const candidates = useMemo(
    () => drafts.map((draft): Candidate => ({ ...draft, initials: initials(draft.chinese) })),
    [drafts, initials],
  );
  const words = wordsOf(text);
  const searched = useSettled(text.trim());
  const { data: findings } = useCall(
    'findings.list',
    { filter: { text: searched }, order: { group: 'none' }, offset: 0, limit: MOST.finding },
    open && searched !== '',
  );
  const of = (group: EntryGroup, most: number): Entry[] =>
    bestOf(
      candidates.filter((candidate) => candidate.group === group),
      words,
      most,
    );
  if (words.length === 0) return [...of('command', MOST_UNASKED.command), ...of('recent', MOST_UNASKED.recent)];
  return [
    ...of('command', MOST.command),
    ...(searched === '' ? [] : ofFindings(findings?.rows ?? [])),
    ...of('rule', MOST.rule),
    ...of('register', MOST.register),
    ...of('recent', MOST.recent),
  ];
}

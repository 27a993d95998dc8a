import type { FindingDetail } from '../../../contract/model.ts';
import type { LocalDate } from '../../../core/calendar/local-date.ts';
import type { Finding } from '../../../core/finding/finding.ts';
import type { Bilingual } from '../../../core/language.ts';
import type { LegalReference, RuleDefinition } from '../../../core/rule/format.ts';
import { legalBasisOf, matterDay } from '../../../core/rule/message.ts';
import type { SourceInForce } from '../../../core/rule/pack.ts';
import type { Rulebook } from '../rulebook.ts';
import type { JudgedRecord } from './judged-record.ts';
import { limbOf } from './limb-of.ts';

const seenWords: Readonly<Record<SourceInForce['seen'], Bilingual>> = {
  'full-text': { zh: '已见全文', en: 'full text seen' },
  partial: { zh: '只见部分条文', en: 'seen in part' },
  reprint: { zh: '见于转载', en: 'seen in a reprint' },
  quoted: { zh: '见于引用', en: 'seen as quoted' },
  title: { zh: '只见标题', en: 'title seen only' },
  none: { zh: '未见原文', en: 'text not seen' },
};

/** When a version applied: 自 2024-01-01 起施行; 2021-01-01 至 2023-12-31. */
function periodWords({ from, to }: SourceInForce): Bilingual {
  if (from !== null && to !== null) return { zh: `${from} 至 ${to} 施行`, en: `in force ${from} to ${to}` };
  if (from !== null) return { zh: `自 ${from} 起施行`, en: `in force from ${from}` };
  if (to !== null) return { zh: `施行至 ${to}`, en: `in force until ${to}` };
  return { zh: '施行日期未核', en: 'first day in force not seen' };
}

function versionWords(source: SourceInForce): Bilingual {
  const parts = [source.name, periodWords(source)].filter((part) => part !== null);
  if (source.number !== null) parts.unshift({ zh: source.number, en: source.number });
  return { zh: parts.map(({ zh }) => zh).join(' · '), en: parts.map(({ en }) => en).join(' · ') };
}

/** The citation then names the present version. */
const notYet: Bilingual = {
  zh: '当日尚未施行，所引为现行版本',
  en: 'not yet in force on that day: the present version is cited',
};
const nothing: Bilingual = { zh: '', en: '' };

interface Cited {
  readonly citation: Bilingual;
  readonly reference: LegalReference | undefined;
}

/** Articles of one source under one title, where the pack cites them as the run did; as they were written otherwise. */
function together(cited: readonly Cited[], { pack }: Rulebook, day: LocalDate): readonly Bilingual[] {
  const references = cited.flatMap(({ reference }) => reference ?? []);
  const isSame = cited.every(
    ({ citation, reference }) => reference !== undefined && pack.cite([reference], day).zh === citation.zh,
  );
  return isSame ? [pack.cite(references, day)] : cited.map(({ citation }) => citation);
}

/**
 * The law of a finding: each source with its articles and the version that was in force on the day of the matter, and how
 * much of its text was seen. The day is worked out anew from the record as it was judged, as the run did.
 */
export function lawOf(
  finding: Finding,
  rule: RuleDefinition | undefined,
  rulebook: Rulebook,
  { values }: JudgedRecord,
  asOf: LocalDate,
): Pick<FindingDetail, 'law' | 'lawDay'> {
  const limb = limbOf(rule, finding);
  if (rule === undefined || limb === undefined) {
    return { lawDay: null, law: finding.legalBasis.map((citation) => ({ citation, version: nothing, note: nothing })) };
  }
  const day = matterDay(rule, values, asOf);
  const references = legalBasisOf(rule, limb);
  const cited = finding.legalBasis.map((citation, index) => ({ citation, reference: references[index] }));
  const law = [...Map.groupBy(cited, ({ reference }) => reference?.source)].flatMap(([id, ofSource]) => {
    const source = id === undefined ? undefined : rulebook.pack.sourceInForce(id, day);
    const version = id === undefined ? nothing : source === undefined ? notYet : versionWords(source);
    const note = source === undefined ? nothing : seenWords[source.seen];
    return together(ofSource, rulebook, day).map((citation) => ({ citation, version, note }));
  });
  return { lawDay: day, law };
}

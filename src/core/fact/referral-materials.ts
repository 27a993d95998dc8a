import type { FieldId } from '../register/definition.ts';
import { saysNone, textOf } from './cells.ts';
import type { FactDefinition, FactResult } from './fact.ts';
import { Unknown } from './fact.ts';
import { fixedReads } from './neighbours.ts';

/** Which of the five kinds of evidence of 法发〔2025〕8号 art. 4 a referral lacks, by its columns or by one column of words. */
interface EvidenceKind {
  readonly field: FieldId;
  readonly zh: string;
  /** The words by which registers name it. */
  readonly words: readonly string[];
}

const EVIDENCE_KINDS: readonly EvidenceKind[] = [
  { field: 'identityEvidence', zh: '身份', words: ['身份', '主体'] },
  { field: 'obligationEvidence', zh: '执行义务', words: ['义务'] },
  { field: 'abilityEvidence', zh: '执行能力', words: ['能力'] },
  { field: 'refusalEvidence', zh: '拒执行为', words: ['行为'] },
  { field: 'consequenceEvidence', zh: '情节后果', words: ['情节', '后果'] },
];
const EVIDENCE_FIELDS = EVIDENCE_KINDS.map((kind) => kind.field);

const COMPLETE =
  /^(?:已?齐全?|齐备|已?备齐|[√✓✔]|有|是|均有|(?:均|全部)?已附|(?:已附)?(?:五|5)[类项种](?:证据)?(?:材料)?(?:均|全部|已)?(?:齐全?|齐备|已附|有)?|5|5\/5|完整|完备|全|全部)$/u;
/** 4类, 4/5, 缺1类: kinds are missing, and the cell does not say which. */
const COUNT_THERE = /^(?:已附|附)?([0-4]|[一二三四])(?:[类项种](?:证据)?(?:材料)?|\/5)$/u;
const COUNT_LACKING = /^(?:尚?缺少?|欠缺?)([1-5]|[一二三四五])[类项种](?:证据)?(?:材料)?$/u;
const INCOMPLETE = /^(?:材料)?(?:不齐全?|不全|不完整|不完备|不齐备|部分缺失|有缺失?)$/u;
const KINDS = EVIDENCE_KINDS.length;

const LACKING = /^(?:尚?缺少?|欠缺?|未附|未移送|无)/u;
const ATTACHED = /^(?:已附|已移送|附有?|有|另附)/u;
/** 能力×, 能力材料：无: the mark behind the word says whether the kind is there. */
const MARK_AFTER = String.raw`[^、,;/。√✓✔×✗✘✖❌有无缺是否]{0,8}[:(]?(?<mark>√|✓|✔|有|齐|是|×|✗|✘|✖|❌|无(?![误异需须])|缺|否|未附|没有)`;
const MARKED_ABSENT = /^(?:×|✗|✘|✖|❌|无|缺|否|未附|没有)$/u;
const MARKS: ReadonlyMap<EvidenceKind, readonly RegExp[]> = new Map(
  EVIDENCE_KINDS.map((kind) => [kind, kind.words.map((word) => new RegExp(`${word}${MARK_AFTER}`, 'u'))]),
);

/** Documents that happen to contain the word of a kind: 身份证复印件 is one paper, not the list of kinds. */
const SINGLE_PAPER = /身份证|复印|判决|裁定|流水|照片|笔录|清单|回执/u;
const LONGEST_NAME = 12;

function names(text: string, kind: EvidenceKind): boolean {
  return kind.words.some((word) => text.includes(word));
}

/** As many kinds by name make a list of kinds; fewer may be a note on some of them. */
const LIST_OF_KINDS = 3;

/** Whether the cell is an enumeration of kinds and of nothing else: what it leaves out is then not there. */
function enumeratesKinds(text: string): boolean {
  const items = text.split(/[、,;/+]|以及|及其|及|和|与/u).filter((item) => item !== '');
  const named = EVIDENCE_KINDS.filter((kind) => names(text, kind));
  return (
    named.length >= LIST_OF_KINDS &&
    items.every(
      (item) =>
        item.length <= LONGEST_NAME && !SINGLE_PAPER.test(item) && EVIDENCE_KINDS.some((kind) => names(item, kind)),
    )
  );
}

/** What the cell says of a kind, part by part; a part behind 缺 goes on lacking until one says that it is attached. */
function said(text: string, kind: EvidenceKind): boolean | undefined {
  let lacking = false;
  let there: boolean | undefined;
  for (const part of text.split(/[,;。]/u)) {
    if (LACKING.test(part)) lacking = true;
    else if (ATTACHED.test(part)) lacking = false;
    if (!names(part, kind)) continue;
    const mark = MARKS.get(kind)
      ?.map((pattern) => pattern.exec(part)?.groups?.mark)
      .find((each) => each !== undefined);
    if (lacking || (mark !== undefined && MARKED_ABSENT.test(mark))) return false;
    there = true;
  }
  return there;
}

/** What a cell of the column 五类材料 proves of a kind: a list of other documents proves nothing. */
function fromMaterials(text: string, kind: EvidenceKind): boolean | undefined {
  if (text === '') return undefined;
  if (saysNone(text)) return false;
  if (COMPLETE.test(text.replace(/\([^()缺无]*\)$/u, ''))) return true;
  const told = said(text, kind);
  if (told !== undefined || LACKING.test(text)) return told;
  return enumeratesKinds(text) ? false : undefined;
}

const WITHOUT_NAMES = '（台账没有写明哪一类）';
const DIGITS = '〇一二三四五';

/** How many kinds a cell says are missing without naming them; `null` where it does not count. */
function uncounted(text: string): number | null {
  const number = (digit: string): number => (DIGITS.includes(digit) ? DIGITS.indexOf(digit) : Number(digit));
  const there = COUNT_THERE.exec(text)?.[1];
  if (there !== undefined) return KINDS - number(there);
  const lacking = COUNT_LACKING.exec(text)?.[1];
  return lacking === undefined ? null : number(lacking);
}

/** Names of the kinds that the record says are missing; blank when all are there; unknown when it does not say. */
const missingEvidence: FactDefinition = {
  name: 'missingEvidence',
  register: 'crimeReferral',
  label: { zh: '缺少的证据材料类别', en: 'kinds of evidence that are missing' },
  type: 'text',
  shared: true,
  reads: fixedReads([...EVIDENCE_FIELDS, 'evidenceMaterials']),
  evaluate: (record): FactResult => {
    const materials = textOf(record, 'evidenceMaterials');
    const missing: string[] = [];
    const unsaid: FieldId[] = [];
    for (const kind of EVIDENCE_KINDS) {
      const value = record.values[kind.field];
      const there = typeof value === 'boolean' ? value : fromMaterials(materials, kind);
      if (there === undefined) unsaid.push(kind.field);
      else if (!there) missing.push(kind.zh);
    }
    if (missing.length > 0) return missing.join('、');
    if (unsaid.length === 0) return null;
    if (unsaid.length < KINDS) return new Unknown('missing', unsaid);
    const count = uncounted(materials);
    if (count !== null) return `${String(count)}类${WITHOUT_NAMES}`;
    return INCOMPLETE.test(materials) ? `部分材料${WITHOUT_NAMES}` : new Unknown('missing', unsaid);
  },
  describe: (record, context) => {
    const value = context.fact('missingEvidence', record);
    return typeof value === 'string' ? { kinds: value } : {};
  },
};

export const referralMaterialFacts: readonly FactDefinition[] = [missingEvidence];

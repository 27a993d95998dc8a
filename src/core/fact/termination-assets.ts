import type { RegisterRecord } from '../register/record.ts';
import { saysNone } from './cells.ts';
import type { FactContext, FactDefinition, FactResult } from './fact.ts';
import { Unknown } from './fact.ts';
import { fixedReads, numberOf, recordsOfCase, textOf } from './neighbours.ts';
import { onceForRecord } from './remember.ts';
import type { SharedContext } from './remember.ts';
import { comparableText } from './text.ts';
import { mentionsAny } from './words.ts';

const CASES = 'enforcementCase';
const CLUES = 'propertyClue';
const ASSETS = 'foundProperty';
const SEIZURES = 'propertySeizure';

const APPLICANT_WORDS = ['申请执行人', '申请人', '债权人'];
const OPEN_WORDS = ['未核实', '未核查', '待核', '核实中', '核查中', '未办', '处理中'];
const BALANCE_WORDS = ['存款', '银行', '余额', '互联网', '支付宝', '财付通', '网络资金'];
const AVAILABLE_WORDS = ['可供执行', '可执行', '可处置', '有价值'];
const NOT_AVAILABLE_WORDS = ['不可', '不宜', '无可供', '不能', '无价值', '无法'];
const NOT_DISPOSED_WORDS = ['未处置', '待处置', '尚未'];
const SETTLED_STATUS_WORDS = ['已处置', '处置完毕', '已拍卖', '已变卖', '已扣划', '已划拨', '成交', '抵债'];
const EXEMPT_WORDS = ['豁免', '生活必需', '唯一住房', '轮候', '无价值', '抚养费', '低保'];

/** A clue that was not verified when the case was closed. */
function wasOpen(clue: RegisterRecord, closed: string): boolean {
  const verified = textOf(clue.values.verifiedDate);
  if (verified !== null) return verified > closed;
  const status = textOf(clue.values.clueStatus);
  return status === null ? clue.values.clueStatus !== undefined : mentionsAny(status, OPEN_WORDS);
}

const cluesUpTo = onceForRecord((record, context): readonly RegisterRecord[] | Unknown => {
  const closed = textOf(record.values.closeDate);
  if (closed === null) return new Unknown('missing', ['closeDate']);
  const clues = recordsOfCase(record, context, CLUES);
  if (clues instanceof Unknown || clues.length === 0) return clues;
  return clues.filter((clue) => {
    const provided = textOf(clue.values.providedDate);
    return (provided === null || provided <= closed) && clue.values.specific !== false && wasOpen(clue, closed);
  });
});

/** A clue of the applicant that is clear and specific: the only kind that the interpretation binds the court to verify. */
function isBinding(clue: RegisterRecord): boolean {
  return clue.values.specific === true && mentionsAny(textOf(clue.values.clueSource) ?? '', APPLICANT_WORDS);
}

function openClues(
  binding: boolean,
): (record: RegisterRecord, context: FactContext) => readonly RegisterRecord[] | Unknown {
  return (record, context) => {
    const clues = cluesUpTo(record, context);
    return clues instanceof Unknown || clues.length === 0 ? clues : clues.filter((clue) => isBinding(clue) === binding);
  };
}

/** Waiting seals cannot be sold by this court. */
function isSealedInWaiting(asset: RegisterRecord, record: RegisterRecord, context: SharedContext): boolean {
  const seizures = recordsOfCase(record, context, SEIZURES);
  if (seizures instanceof Unknown) return false;
  const name = comparableText(textOf(asset.values.propertyName) ?? '');
  return seizures.some(
    (seizure) =>
      name !== '' &&
      comparableText(textOf(seizure.values.propertyName) ?? '') === name &&
      mentionsAny(textOf(seizure.values.seizureRank) ?? '', ['轮候']),
  );
}

/** 账户余额 below 1,000 yuan and at most 5 % of the claim: what the courts' own check of terminations leaves aside. */
const SMALL_FEN = 1000_00;
const SMALL_SHARE = 0.05;

/** Whether a balance is so small that nobody has to act on it, measured by the claim of the case. */
export function isSmall(asset: RegisterRecord, record: RegisterRecord): boolean {
  const amount = numberOf(asset.values.amount);
  const kind = `${textOf(asset.values.propertyType) ?? ''} ${textOf(asset.values.propertyName) ?? ''}`;
  if (amount === null || !mentionsAny(kind, BALANCE_WORDS)) return false;
  const claim = numberOf(record.values.claimAmount);
  return amount < SMALL_FEN && (claim === null || amount <= claim * SMALL_SHARE);
}

/** Disposed of, or explained why it cannot be. */
export function isSettled(asset: RegisterRecord): boolean {
  const { disposalResult, unenforceableReason } = asset.values;
  const disposal = textOf(disposalResult);
  const reason = textOf(unenforceableReason);
  const disposed = disposal !== null && !saysNone(disposal) && !mentionsAny(disposal, NOT_DISPOSED_WORDS);
  const settled = mentionsAny(textOf(asset.values.propertyStatus) ?? '', SETTLED_STATUS_WORDS);
  return disposed || settled || (reason !== null && !saysNone(reason));
}

/** Property that may not be enforced upon, or is sealed for others: by the words of its row. */
export function isExempt({ values }: RegisterRecord): boolean {
  const words = ['screeningResult', 'propertyStatus', 'remark'].map((field) => textOf(values[field]) ?? '');
  return mentionsAny(words.join(' '), EXEMPT_WORDS);
}

/** Property found up to the closure that is neither disposed of nor explained, and not small, exempt or sealed in waiting. */
const leftAssets = onceForRecord((record, context): readonly RegisterRecord[] | Unknown => {
  const closed = textOf(record.values.closeDate);
  if (closed === null) return new Unknown('missing', ['closeDate']);
  const assets = recordsOfCase(record, context, ASSETS, ['unenforceableReason']);
  if (assets instanceof Unknown || assets.length === 0) return assets;
  return assets.filter((asset) => {
    const found = textOf(asset.values.foundDate);
    return (
      (found === null || found <= closed) &&
      !isSettled(asset) &&
      !isExempt(asset) &&
      !isSmall(asset, record) &&
      !isSealedInWaiting(asset, record, context)
    );
  });
});

/** Found by the court itself to be available for enforcement. */
function isAvailable(asset: RegisterRecord): boolean {
  const screening = textOf(asset.values.screeningResult) ?? '';
  return mentionsAny(screening, AVAILABLE_WORDS) && !mentionsAny(screening, NOT_AVAILABLE_WORDS);
}

/** Found by the court itself not to be available for enforcement. */
export function isScreenedOut(asset: RegisterRecord): boolean {
  return mentionsAny(textOf(asset.values.screeningResult) ?? '', NOT_AVAILABLE_WORDS);
}

type Rows = (record: RegisterRecord, context: FactContext) => readonly RegisterRecord[] | Unknown;

/** Where no column tells what became of a property, the court's finding that it was available is not enough. */
function isLeftAvailable(asset: RegisterRecord): boolean {
  return isAvailable(asset) && asset.values.disposalResult !== undefined;
}

function available(record: RegisterRecord, context: FactContext): readonly RegisterRecord[] | Unknown {
  const assets = leftAssets(record, context);
  return assets instanceof Unknown || assets.length === 0 ? assets : assets.filter(isLeftAvailable);
}

function unexplained(record: RegisterRecord, context: FactContext): readonly RegisterRecord[] | Unknown {
  const assets = leftAssets(record, context);
  return assets instanceof Unknown || assets.length === 0
    ? assets
    : assets.filter((asset) => !isLeftAvailable(asset) && !isScreenedOut(asset));
}

function listFact(
  name: string,
  label: FactDefinition['label'],
  rows: Rows,
  nameField: string,
  reads: FactDefinition['reads'],
): FactDefinition {
  const wordsOf = (found: readonly RegisterRecord[]) =>
    found.map((row) => textOf(row.values[nameField]) ?? `第${row.row}行`);
  const evaluate = (record: RegisterRecord, context: FactContext): FactResult => {
    const found = rows(record, context);
    return found instanceof Unknown ? found : wordsOf(found);
  };
  return {
    name,
    register: CASES,
    label,
    type: 'list',
    shared: true,
    reads,
    evaluate,
    describe: (record, context) => {
      const found = rows(record, context);
      return found instanceof Unknown ? {} : { names: wordsOf(found).join('、'), count: found.length };
    },
    sources: (record, context) => {
      const found = rows(record, context);
      return found instanceof Unknown ? [] : found;
    },
  };
}

const CLUE_READS = fixedReads(
  ['caseNo', 'closeDate'],
  [{ register: CLUES, fields: ['clueSource', 'specific', 'clueStatus', 'verifiedDate', 'providedDate'] }],
);
const ASSET_READS = fixedReads(
  ['caseNo', 'closeDate', 'claimAmount'],
  [
    {
      register: ASSETS,
      fields: ['propertyType', 'propertyName', 'amount', 'screeningResult', 'unenforceableReason', 'disposalResult'],
    },
    { register: SEIZURES, fields: ['propertyName', 'seizureRank'] },
  ],
);

export const terminationAssetFacts: readonly FactDefinition[] = [
  listFact(
    'openBindingClues',
    { zh: '终本时未核实的申请执行人线索', en: "applicant's clues unverified at termination" },
    openClues(true),
    'content',
    CLUE_READS,
  ),
  listFact(
    'openOtherClues',
    { zh: '终本时未核实的其他线索', en: 'other clues unverified at termination' },
    openClues(false),
    'content',
    CLUE_READS,
  ),
  listFact(
    'assetsAvailable',
    { zh: '终本时可供执行而未处置的财产', en: 'property available and not disposed of at termination' },
    available,
    'propertyName',
    ASSET_READS,
  ),
  listFact(
    'assetsUnexplained',
    { zh: '终本时既未处置又无不可执行原因的财产', en: 'property neither disposed of nor explained at termination' },
    unexplained,
    'propertyName',
    ASSET_READS,
  ),
];

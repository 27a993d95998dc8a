import type { RegisterRecord } from '../register/record.ts';
import { isAvailable, isExempt, isScreenedOut, isSettled, isSmall } from './asset-state.ts';
import type { FactContext, FactDefinition, FactResult } from './fact.ts';
import { Unknown } from './fact.ts';
import { fixedReads, known, recordsOfCase, textOf } from './neighbours.ts';
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
    sources: (record, context) => known(rows(record, context)),
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

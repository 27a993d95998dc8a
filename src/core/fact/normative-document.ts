import { hasValue, textOf, unknownOf } from './cells.ts';
import type { FactDefinition, FactResult } from './fact.ts';
import { fixedReads } from './neighbours.ts';

const DOCUMENTS = 'normativeDocument';

/** Wording that may stand in the way of enforcement. */
const WORDING: readonly RegExp[] = [
  /暂缓执行/u,
  /不得(?:查封|扣押|冻结|扣划)/u,
  /须经(?:(?!法院)[^，。；、])*同意(?:后)?方可(?:查封|扣押|扣划|冻结)/u,
  /优先保障[^，。；]*账户/u,
];
/** What turns the wording into its contrary, or makes it the law's own: 不得以任何理由暂缓执行, 依法不得查封. */
const HARMLESS =
  /(?:不得|禁止|严禁|不准|不能|防止)[^，。；]*暂缓执行|(?:依法|法律|法规|规定)[^，。；]*不得(?:查封|扣押|冻结|扣划)/gu;

function wordingIn(text: string): string | null {
  const rest = text.replace(HARMLESS, '');
  for (const pattern of WORDING) {
    const found = pattern.exec(rest)?.[0];
    if (found !== undefined) return found;
  }
  return null;
}

/** The first words of title or text that may obstruct enforcement; blank when there are none. */
const obstructiveWording: FactDefinition = {
  name: 'obstructiveWording',
  register: DOCUMENTS,
  label: { zh: '疑似阻碍执行的表述', en: 'wording that may obstruct enforcement' },
  type: 'text',
  shared: true,
  reads: fixedReads(['docTitle', 'keywords']),
  evaluate: (record): FactResult => {
    const found = wordingIn(textOf(record, 'docTitle')) ?? wordingIn(textOf(record, 'keywords'));
    if (found !== null) return found;
    return hasValue(record, 'keywords') ? null : unknownOf(record, ['keywords']);
  },
};

export const normativeDocumentFacts: readonly FactDefinition[] = [obstructiveWording];

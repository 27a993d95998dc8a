import type { FieldId } from '../register/definition.ts';
import type { RegisterRecord } from '../register/record.ts';
import { textOf } from './cells.ts';
import type { FactDefinition, FactResult } from './fact.ts';
import { Unknown } from './fact.ts';
import { fixedReads } from './neighbours.ts';

/** What a decision not to prosecute must contain (人民检察院刑事诉讼规则 372), as columns or a list in words show it. */
const REGISTER = 'nonProsecution';

/** The six kinds of content of art. 372, and how a list in words names them (after NFKC, without spaces). */
const ELEMENTS: readonly { readonly field: FieldId; readonly zh: string; readonly words: RegExp }[] = [
  { field: 'partyElement', zh: '被不起诉人基本情况', words: /基本(?:情况|信息)|身份(?:情况|信息)/u },
  { field: 'originElement', zh: '案由和案件来源', words: /案由|来源/u },
  { field: 'factsElement', zh: '案件事实', words: /事实/u },
  { field: 'groundsElement', zh: '法律根据和理由', words: /根据|依据|理由|条款/u },
  { field: 'propertyElement', zh: '涉案财物处理', words: /财物/u },
  { field: 'noticeElement', zh: '有关告知事项', words: /告知/u },
];
type Element = (typeof ELEMENTS)[number];

const COMPLETE =
  /^(?:[6六][类项个]?(?:内容|要素)?|要素|内容)?(?:均|全部|都|已)?(?:齐全|齐备|齐|完整|完备|具备|载明|全|有|√|6\/6)$|^无(?:缺失|缺项|缺)$/u;
const LACKING = /缺(?!项$|失$)|欠缺|未(?:载明|写明|列明|写)|没有?(?:载明|写明)|×|✗|✘|^无/u;
const HAVING = /√|✓|✔|有|已|载明|写明|具备|齐/u;
/** 无涉案财物: there was none, which is not that the decision is silent on it. */
const NO_PROPERTY = /^无(?:涉案|查封|扣押|冻结)*财物$/u;
/** What a list holds besides the elements themselves. */
const LIST_FILLER =
  /被不起诉人|本人|基本|情况|信息|身份|案由|案件|来源|事实|法律|不起诉|根据|依据|理由|具体|条款|适用|涉案|财物|处理|处置|有关|事项|权利|告知|内容|要素|包括|载明|写明|具备|已|有|及|和|与|或|的|其|√|✓|✔|[\d.:()、]/gu;

/** A list in words, by clause: what each element is said to be; `named` where it was only named. */
function readElements(list: string): ReadonlyMap<FieldId, 'there' | 'lacking' | 'named'> {
  const said = new Map<FieldId, 'there' | 'lacking' | 'named'>();
  // 缺案件事实、告知事项: the word before a run of names counts for each of them; a mark after a name for that name only.
  for (const clause of list.split(/[;,。]/u)) {
    if (NO_PROPERTY.test(clause)) continue;
    const leading = /^(?:缺少?|欠缺|未载明|未写明|没有|无)/u.test(clause);
    for (const piece of clause.split(/[、+]|(?<=[√✓✔×✗✘])/u)) {
      for (const { field, words } of ELEMENTS) {
        if (!words.test(piece)) continue;
        said.set(field, leading || LACKING.test(piece) ? 'lacking' : HAVING.test(piece) ? 'there' : 'named');
      }
    }
  }
  return said;
}

/** What 要素清单 proves of each element: all of them, those it names, those it says are lacking. */
function fromList(list: string, element: Element): boolean | undefined {
  if (list === '') return undefined;
  const parts = list.split(/[;,。]/u).filter((part) => part !== '' && !NO_PROPERTY.test(part));
  if (parts.length === 1 && COMPLETE.test((parts[0] ?? '').replace(/^(?:其余|其他|其它)/u, ''))) return true;
  const said = readElements(list);
  const own = said.get(element.field);
  if (own === 'lacking') return false;
  if (own !== undefined) return true;
  // A list of nothing but elements that leaves one out says that it is not there; one name alone is no list.
  const plain = [...said.values()].every((word) => word !== 'lacking') && said.size >= 2;
  return plain && list.replace(/[;,。+]/gu, '').replace(LIST_FILLER, '') === '' ? false : undefined;
}

/** What columns and list say of the element; a tick goes before the list. */
function elementThere(record: RegisterRecord, element: Element): boolean | undefined {
  const ticked = record.values[element.field];
  return typeof ticked === 'boolean' ? ticked : fromList(textOf(record, 'elements'), element);
}

/** The elements that the decision must have: property only where some was seized. */
function dueElements(record: RegisterRecord): readonly Element[] {
  return ELEMENTS.filter((element) => element.field !== 'propertyElement' || record.values.propertySeized === true);
}

const elementReads = fixedReads([...ELEMENTS.map((element) => element.field), 'elements', 'propertySeized']);

/** Names of the elements that the decision lacks; property only where some was seized. */
const missingDecisionElements: FactDefinition = {
  name: 'missingDecisionElements',
  register: REGISTER,
  label: { zh: '不起诉决定书缺少的要素', en: 'elements that the decision lacks' },
  type: 'text',
  shared: true,
  reads: elementReads,
  evaluate: (record): FactResult => {
    const due = dueElements(record).map((element) => ({ element, there: elementThere(record, element) }));
    const missing = due.filter(({ there }) => there === false);
    if (missing.length > 0) return missing.map(({ element }) => element.zh).join('、');
    const unsaid = due.filter(({ there }) => there === undefined);
    return unsaid.length > 0
      ? new Unknown(
          'missing',
          unsaid.map(({ element }) => element.field),
        )
      : null;
  },
  describe: (record, context) => {
    const value = context.fact('missingDecisionElements', record);
    return typeof value === 'string' ? { elements: value } : {};
  },
};

/** Names of the elements whose cell is empty beside others that are ticked; blank where no element was ticked at all. */
const untickedDecisionElements: FactDefinition = {
  name: 'untickedDecisionElements',
  register: REGISTER,
  label: { zh: '未勾选的要素', en: 'elements left empty beside ticked ones' },
  type: 'text',
  shared: true,
  reads: elementReads,
  evaluate: (record): FactResult => {
    const due = dueElements(record);
    const ticked = due.some(({ field }) => record.values[field] === true);
    const empty = due.filter(
      (element) => record.values[element.field] === null && elementThere(record, element) === undefined,
    );
    return ticked && empty.length > 0 ? empty.map(({ zh }) => zh).join('、') : null;
  },
  describe: (record, context) => {
    const value = context.fact('untickedDecisionElements', record);
    return typeof value === 'string' ? { elements: value } : {};
  },
};

export const decisionElementFacts: readonly FactDefinition[] = [missingDecisionElements, untickedDecisionElements];

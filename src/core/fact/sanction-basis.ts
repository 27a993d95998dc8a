import { saysNone, textOf } from './cells.ts';
import type { FactDefinition, FactResult } from './fact.ts';
import { Unknown } from './fact.ts';
import { fixedReads } from './neighbours.ts';

/** 国办发〔2020〕49号: law, regulation, or a policy of the Central Committee or the State Council. 办法 is none of these. */
const SUFFICIENT =
  /法律|法规|条例|(?<!办)法(?:[》〉」”"]|第|（|\(|和|及|、|，|。|$)|法释|国办发|国发|中办发|中发|国务院|党中央|中共中央/u;
const INSUFFICIENT = /办法|规章|通知|方案|细则|备忘录|纪要|内部规定|规范性文件|工作制度/u;

/**
 * What the basis written for a sanction is: `sufficient`, `insufficient`, `unclear` where the words say neither, `none`
 * where nothing is written.
 */
const sanctionBasis: FactDefinition = {
  name: 'sanctionBasis',
  register: 'creditCheck',
  label: { zh: '处置依据的层级', en: 'rank of the basis written for the sanction' },
  type: 'text',
  shared: true,
  reads: fixedReads(['measureBasis']),
  evaluate: (record): FactResult => {
    if (record.values.measureBasis === undefined) return new Unknown('missing', ['measureBasis']);
    const basis = textOf(record, 'measureBasis');
    if (basis === '' || saysNone(basis)) return 'none';
    if (SUFFICIENT.test(basis)) return 'sufficient';
    return INSUFFICIENT.test(basis) ? 'insufficient' : 'unclear';
  },
};

export const sanctionBasisFacts: readonly FactDefinition[] = [sanctionBasis];

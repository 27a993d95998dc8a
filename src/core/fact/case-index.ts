import type { RegisterId } from '../register/definition.ts';
import type { RegisterRecord } from '../register/record.ts';
import { caseNumberKey } from './case-number.ts';
import type { RegisterSet } from './fact.ts';
import { textOf } from './neighbours.ts';

type Index = ReadonlyMap<string, readonly RegisterRecord[]>;

/** Indexes live as long as the registers they are made of. */
const INDEXES = new WeakMap<RegisterSet, Map<RegisterId, Index>>();

function buildIndex(registers: RegisterSet, register: RegisterId): Index {
  const index = new Map<string, RegisterRecord[]>();
  for (const record of registers.all(register)) {
    const caseNo = textOf(record.values.caseNo);
    if (caseNo === null) continue;
    const key = caseNumberKey(caseNo);
    const bucket = index.get(key);
    if (bucket === undefined) index.set(key, [record]);
    else bucket.push(record);
  }
  return index;
}

/** Records of a register by the key of their case number: for case numbers that stand in running text as somebody wrote them. */
export function recordsByCaseKey(registers: RegisterSet, register: RegisterId): Index {
  const known = INDEXES.get(registers) ?? new Map<RegisterId, Index>();
  INDEXES.set(registers, known);
  let index = known.get(register);
  if (index === undefined) {
    index = buildIndex(registers, register);
    known.set(register, index);
  }
  return index;
}

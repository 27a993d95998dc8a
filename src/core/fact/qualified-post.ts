import type { FactDefinition, FactResult } from './fact.ts';
import { Unknown } from './fact.ts';
import { fixedReads, textOf } from './neighbours.ts';
import { mentionsAny } from './words.ts';

const APPOINTMENTS = 'appointment';
const JUROR = ['陪审员'];
const FUND = ['私募'];
/** 私募条例 9: directors, supervisors, senior managers, managing partners and their delegates. */
const FUND_ROLES = ['董事', '监事', '经理', '高级管理', '高管', '执行事务合伙人', '委派代表'];

/** A post that the law closes to listed people, by the words of kind, post and employer. */
type QualifiedPost = 'juror' | 'fund-officer' | 'none';

/** Facts on appointments to posts that ask for a clean record. */
export const qualifiedPostFacts: readonly FactDefinition[] = [
  {
    name: 'qualifiedPost',
    register: APPOINTMENTS,
    label: { zh: '法定禁止失信被执行人担任的职务', en: 'post that the law closes to dishonest debtors' },
    type: 'text',
    shared: true,
    reads: fixedReads(['postKind', 'post', 'employer']),
    evaluate: ({ values }): FactResult => {
      const kind = textOf(values.postKind);
      const post = textOf(values.post);
      if (kind === null && post === null) return new Unknown('missing', ['postKind', 'post']);
      // The kind of post tells where it is filled in; else post and employer do.
      if (mentionsAny(kind ?? post ?? '', JUROR)) return 'juror' satisfies QualifiedPost;
      const ofFund = mentionsAny(kind ?? textOf(values.employer) ?? '', FUND);
      const inRole = mentionsAny(`${kind ?? ''}${post ?? ''}`, FUND_ROLES);
      return (ofFund && inRole ? 'fund-officer' : 'none') satisfies QualifiedPost;
    },
  },
];

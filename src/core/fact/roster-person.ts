import type { LocalDate } from '../calendar/local-date.ts';
import type { RegisterRecord } from '../register/record.ts';
import { saysNo, saysNone } from './cells.ts';
import { textOf } from './neighbours.ts';
import { comparableText } from './text.ts';
import { mentionsAny, namesIn } from './words.ts';

/** What one row of a roster says of one question; `maybe` where it says too little. */
export type Answer = 'yes' | 'no' | 'maybe';

const NOT_ON_DUTY = /[不未非没]在[岗职]/u;
/** 在岗（曾借调）, 借调期满返岗: words of both kinds, and only a person can tell what holds. */
const BACK_ON_DUTY = ['在岗', '返岗', '到岗', '回岗', '归队', '期满'];
const TICKED = /^(?:是|有|[√✓✔☑✅]|1|y|yes|true)$/iu;

/** Whether a person is on duty on a day, by the days of arriving and leaving and by the state that the roster gives. */
export function dutyOn(
  person: RegisterRecord,
  day: LocalDate,
  words: { readonly onDuty: readonly string[]; readonly offDuty: readonly string[] },
): Answer {
  const left = textOf(person.values.leftDate);
  const started = textOf(person.values.startedDate);
  if (left !== null && left <= day) return 'no';
  if (started !== null && started > day) return 'no';
  const status = comparableText(textOf(person.values.onDutyStatus) ?? '');
  if (status === '') return 'maybe';
  if (NOT_ON_DUTY.test(status)) return 'no';
  if (mentionsAny(status, words.offDuty)) return mentionsAny(status, BACK_ON_DUTY) ? 'maybe' : 'no';
  if (mentionsAny(status, words.onDuty) || TICKED.test(status)) return 'yes';
  return saysNo(status) ? 'no' : 'maybe';
}

const JUDGE_WORDS = ['法官', '审判员'];
/** 法官助理 and 助理审判员 name a judge and are none. */
const HELPER_WORDS = ['助理', '书记员', '辅助'];
const NO_JUDGE_WORDS = [...HELPER_WORDS, '警', '执行员', '文员', '协助员', '司机'];
/** Who leads a court, a bureau or a division is as a rule a judge: the title alone does not say. */
const LEADER_WORDS = ['院长', '局长', '庭长'];

/** A judge by the quota flag, else by post, grade or position; `undefined` when the roster does not say. */
export function isJudge(person: RegisterRecord): boolean | undefined {
  const { quotaJudge, post, position, judgeGrade } = person.values;
  if (typeof quotaJudge === 'boolean') return quotaJudge;
  const words = [post, position, judgeGrade].map(textOf).filter((text) => text !== null);
  if (words.some((text) => mentionsAny(text, JUDGE_WORDS) && !mentionsAny(text, HELPER_WORDS))) return true;
  if (words.some((text) => mentionsAny(text, LEADER_WORDS))) return undefined;
  return words.some((text) => mentionsAny(text, NO_JUDGE_WORDS)) ? false : undefined;
}

/** The team of a person, else the department; a dash or 无 is none. */
export function teamOf(person: RegisterRecord): string | null {
  const { teamName, department } = person.values;
  return [teamName, department].map(textOf).find((text) => text !== null && !saysNone(text)) ?? null;
}

/** Departments of a court other than enforcement; 执行 in the name outweighs them (执行局综合办公室). */
export function isOtherDepartment(name: string, departments: readonly string[]): boolean {
  return mentionsAny(name, departments) && !mentionsAny(name, ['执行']);
}

const IN_BRACKETS = /\([^()]*\)/gu;
const TITLE = /^(\p{Script=Han}{2,4}?)(?:员额)?(?:法官|执行员|审判员)$/u;
const NOT_ASSIGNED = /^(?:待定|待分|待分案|待确定|未分|未分案|未定|未指定)$/u;

/** Names of those who handle a case, without what stands after them: 张某（主办）, 张某法官. Nobody where it is still open. */
export function handlerNames(text: string): readonly string[] {
  return namesIn(text)
    .map((name) => name.replace(IN_BRACKETS, '').replace(TITLE, '$1'))
    .filter((name) => name !== '' && !saysNone(name) && !NOT_ASSIGNED.test(name));
}

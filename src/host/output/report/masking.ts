import type { Finding } from '../../../core/finding/finding.ts';
import type { FieldValue, RegisterRecord } from '../../../core/register/record.ts';
import type { FieldView, RegisterViews } from '../../../core/rule/register-view.ts';
import { maskIdNumbers } from '../mask.ts';

/** Ends of names of organisations: these are no personal data. */
const organisation =
  /(公司|集团|企业|厂|店|社|行|局|院|部|所|站|会|处|室|队|厅|委|办|中心|银行|政府|学校|大学|医院|合作社|事务所|分行|支行|机关|监委|纪委|法官|人员|部门|承办人)(（.*）)?$/u;
const separators = /([、，,；;/\s]+)/u;

/** A person's name with the family name left: 测试某 → 测**. Names of organisations stay. */
export function maskNames(text: string): string {
  return text
    .split(separators)
    .map((part) => (separators.test(part) || !isPersonal(part) ? part : maskedName(part)))
    .join('');
}

function isPersonal(name: string): boolean {
  return name !== '' && name.length <= 12 && !organisation.test(name);
}

function maskedName(name: string): string {
  const [first = '', ...rest] = name;
  return first + '*'.repeat(Math.max(1, rest.length));
}

/** A value as the report shows it. */
export function maskValue(text: string, personal: FieldView['personal']): string {
  switch (personal) {
    case 'name':
      return maskNames(maskIdNumbers(text));
    case 'account':
    case 'phone':
      return text.length > 7
        ? text.slice(0, 3) + '*'.repeat(text.length - 7) + text.slice(-4)
        : '*'.repeat(text.length);
    case 'address':
      return text.length > 6 ? `${text.slice(0, 6)}***` : text;
    case 'identity':
    case undefined:
      return maskIdNumbers(text);
  }
}

/**
 * Masks, in the words of a finding, the personal data of the rows that it rests on, and every identity number.
 * @param records the rows; fields that a register marks as personal are taken from them
 */
export function findingMask(
  { evidence }: Pick<Finding, 'evidence'>,
  records: readonly RegisterRecord[],
  views: RegisterViews,
): (text: string) => string {
  const hidden = new Map<string, string>();
  const hide = (value: FieldValue, personal: FieldView['personal']): void => {
    if (personal === undefined || typeof value !== 'string' || value.length < 2) return;
    for (const part of [value, ...value.split(separators)]) {
      const masked = maskValue(part, personal);
      if (part.length >= 2 && masked !== part) hidden.set(part, masked);
    }
  };
  for (const { value, personal } of evidence) hide(value, personal);
  for (const { register, values } of records) {
    for (const field of views.get(register)?.fields.values() ?? []) hide(values[field.id], field.personal);
  }
  // The longest first: 测试某甲 before 测试某.
  const ordered = [...hidden].sort(([a], [b]) => b.length - a.length);
  return (text) => {
    let masked = text;
    for (const [value, mask] of ordered) masked = masked.replaceAll(value, mask);
    return maskIdNumbers(masked);
  };
}

/** Whether a value has something to show. */
export function isPresent(value: FieldValue): value is string | number | boolean {
  return value !== null && value !== undefined && value !== '';
}

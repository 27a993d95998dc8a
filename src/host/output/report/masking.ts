import type { Evidence, Finding } from '../../../core/finding/finding.ts';
import type { FieldValue } from '../../../core/register/record.ts';
import type { FieldView } from '../../../core/rule/register-view.ts';
import { maskIdNumbers } from '../mask.ts';

/** Ends of names of organisations: these are no personal data. */
const organisation =
  /(公司|集团|企业|厂|店|社|行|局|院|部|所|站|会|处|室|队|厅|委|办|中心|银行|政府|学校|大学|医院|合作社|事务所|分行|支行)(（.*）)?$/u;
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

/** Masks, in the words of a finding, the names that stand in its evidence, and every identity number. */
export function findingMask({ evidence }: Pick<Finding, 'evidence'>): (text: string) => string {
  const names = evidence.flatMap((entry) => personalTexts(entry));
  return (text) => {
    let masked = maskIdNumbers(text);
    for (const [name, hidden] of names) masked = masked.replaceAll(name, hidden);
    return masked;
  };
}

function personalTexts({ value, personal }: Evidence): [string, string][] {
  if (personal === undefined || typeof value !== 'string' || value === '') return [];
  const hidden = maskValue(value, personal);
  return hidden === value ? [] : [[value, hidden]];
}

/** Whether a value has something to show. */
export function isPresent(value: FieldValue): value is string | number | boolean {
  return value !== null && value !== undefined && value !== '';
}

import { CodedError, type ErrorCode } from '../../contract/errors.ts';
import { asInspectionError, InspectionError } from '../inspection/inspection-error.ts';
import type { InspectionErrorCode } from '../inspection/inspection-error.ts';
import { RulePackError } from '../rule-pack.ts';

const codes: Readonly<Record<InspectionErrorCode, ErrorCode>> = {
  E_INSPECTION_NOT_FOUND: 'E_FILE_MISSING',
  E_INSPECTION_EXISTS: 'E_FILE_EXISTS',
  E_INSPECTION_IN_USE: 'E_IN_USE',
  E_INSPECTION_NOT_ONE: 'E_FILE_DAMAGED',
  E_INSPECTION_NEWER: 'E_NEWER_FILE',
  E_INSPECTION_WRONG_PASSWORD: 'E_WRONG_PASSWORD',
  E_INSPECTION_ALTERED: 'E_FILE_DAMAGED',
  E_INSPECTION_TRUNCATED: 'E_FILE_DAMAGED',
  E_INSPECTION_DISK: 'E_FILE_ACCESS',
};

/** Whatever went wrong, as an error of the closed list where it is one of those foreseen. */
export function coded(error: unknown): unknown {
  if (error instanceof CodedError) return error;
  if (error instanceof RulePackError) return new CodedError('E_RULE_PACK');
  const known = asInspectionError(error);
  if (known instanceof InspectionError) return new CodedError(codes[known.code], known.code);
  const isSystemError = error instanceof Error && 'syscall' in error && 'code' in error;
  return isSystemError ? new CodedError('E_FILE_ACCESS', String(error.code)) : error;
}

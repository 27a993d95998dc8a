import { closest, distance } from 'fastest-levenshtein';

/** Something wrong (`error`: the rule is refused) or doubtful (`warning`) in a rule file. */
export interface RuleProblem {
  readonly file: string;
  /** Where in the file, as in `violations[0].when.all[1].fact`. */
  readonly path: string;
  readonly severity: 'error' | 'warning';
  readonly code: string;
  readonly message: string;
}

/** Takes problems of one file. */
export class ProblemSink {
  readonly problems: RuleProblem[] = [];
  readonly #file: string;

  constructor(file: string) {
    this.#file = file;
  }

  error(path: string, code: string, message: string): void {
    this.problems.push({ file: this.#file, path, severity: 'error', code, message });
  }

  warning(path: string, code: string, message: string): void {
    this.problems.push({ file: this.#file, path, severity: 'warning', code, message });
  }
}

const FARTHEST = 4;

/** “, did you mean …?” where a known name is near enough; else nothing. */
export function didYouMean(name: string, known: Iterable<string>): string {
  const candidates = [...known];
  if (candidates.length === 0) return '';
  const near = closest(name, candidates);
  return distance(name, near) <= Math.min(FARTHEST, Math.ceil(name.length / 2)) ? `, did you mean “${near}”?` : '';
}

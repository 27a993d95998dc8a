import type { Bilingual } from './language.ts';

/** A table of data that cannot be used, in words for the person who imports it. */
export class TableError extends Error {
  readonly words: Bilingual;
  constructor(words: Bilingual) {
    super(words.en);
    this.name = 'TableError';
    this.words = words;
  }
}

/** Refuses a table by its name. @throws TableError always */
export function refuseTable(table: Bilingual, why: Bilingual): never {
  throw new TableError({
    zh: `${table.zh}无法使用：${why.zh}。原有的表保持不变；请更正后重新导入。`,
    en: `The ${table.en} cannot be used: ${why.en}. The table in use stays as it is; correct the file and import it again.`,
  });
}

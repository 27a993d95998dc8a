/**
 * The part of the driver that this program uses. The package ships a declaration file but leaves it out of its `exports`
 * map, so that the compiler cannot find it.
 */
declare module 'better-sqlite3-multiple-ciphers' {
  namespace Database {
    type Bindable = string | number | bigint | Uint8Array | null;

    interface RunResult {
      readonly changes: number;
      readonly lastInsertRowid: number | bigint;
    }

    interface Statement<Parameters extends unknown[], Row> {
      run(...parameters: Parameters): RunResult;
      get(...parameters: Parameters): Row | undefined;
      all(...parameters: Parameters): Row[];
      iterate(...parameters: Parameters): IterableIterator<Row>;
      /** Rows are the value of their first column. */
      pluck(toggle?: boolean): this;
      /** Rows are arrays. */
      raw(toggle?: boolean): this;
    }

    interface Transaction<Result> {
      (): Result;
      immediate(): Result;
      exclusive(): Result;
    }

    interface Options {
      readonly readonly?: boolean;
      readonly fileMustExist?: boolean;
      /** Milliseconds to wait for a lock. */
      readonly timeout?: number;
    }

    interface Database {
      readonly open: boolean;
      readonly inTransaction: boolean;
      prepare<Parameters extends Bindable[] = Bindable[], Row = unknown>(sql: string): Statement<Parameters, Row>;
      transaction<Result>(work: () => Result): Transaction<Result>;
      exec(sql: string): this;
      key(key: Buffer): number;
      pragma(sql: string, options?: { readonly simple?: boolean }): unknown;
      close(): this;
    }
  }

  const Database: new (path: string, options?: Database.Options) => Database.Database;
  export default Database;
}

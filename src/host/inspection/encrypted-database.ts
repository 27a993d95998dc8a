import Database from 'better-sqlite3-multiple-ciphers';
import { asInspectionError } from './inspection-error.ts';

/**
 * Opens (or creates) an encrypted database with its data key: ChaCha20-Poly1305 on every page of the file and of its
 * write-ahead log, from the first byte written. WAL with synchronous=FULL: a commit that returned survives a kill.
 * Sorting stays in memory, because SQLite's temporary files would hold plain text.
 */
export function openEncrypted(path: string, dataKey: Buffer, mustExist: boolean): Database.Database {
  let database: Database.Database | undefined;
  try {
    database = new Database(path, { fileMustExist: mustExist, timeout: 5000 });
    database.pragma("cipher = 'chacha20'");
    const key = Buffer.from(`raw:${dataKey.toString('hex')}`, 'latin1');
    database.key(key);
    key.fill(0);
    database.pragma('temp_store = MEMORY');
    database.pragma('journal_mode = WAL');
    database.pragma('synchronous = FULL');
    database.pragma('foreign_keys = ON');
    database.pragma('trusted_schema = OFF');
    database.pragma('cache_size = -65536');
    return database;
  } catch (error) {
    database?.close();
    throw asInspectionError(error);
  }
}

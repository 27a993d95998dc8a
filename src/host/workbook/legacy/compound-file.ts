import { corrupt } from '../error-codes.ts';

/**
 * The container of .xls and .et workbooks, and of encrypted .xlsx ([MS-CFB]). An own reader, because the library follows a chain
 * of sectors that leads in a circle until the memory of the whole process is used up.
 */

const HEADER_BYTES = 512;
const HEADER_FAT_SECTORS = 109;
const ENTRY_BYTES = 128;
/** Sector numbers from here on are marks: end of a chain, free, part of the table itself. */
const FIRST_MARK = 0xfffffffa;
const NO_ENTRY = 0xffffffff;

const TYPE = { storage: 1, stream: 2, root: 5 } as const;

interface Entry {
  readonly name: string;
  readonly type: number;
  readonly left: number;
  readonly right: number;
  readonly child: number;
  readonly firstSector: number;
  readonly sizeBytes: number;
}

export class CompoundFile {
  readonly #bytes: Buffer;
  readonly #sectorBytes: number;
  readonly #miniSectorBytes: number;
  readonly #miniCutoffBytes: number;
  readonly #fat: Uint32Array;
  readonly #miniFat: Uint32Array;
  readonly #streams = new Map<string, Entry>();
  readonly #storages = new Set<string>();
  readonly #root: Entry;

  /** @throws WorkbookError `E_CORRUPT` */
  constructor(bytes: Buffer) {
    if (bytes.length < HEADER_BYTES) throw corrupt('compound file: cut off in its header');
    const shift = bytes.readUInt16LE(30);
    const miniShift = bytes.readUInt16LE(32);
    if ((shift !== 9 && shift !== 12) || miniShift !== 6) throw corrupt('compound file: sector size');
    this.#bytes = bytes;
    this.#sectorBytes = 2 ** shift;
    this.#miniSectorBytes = 2 ** miniShift;
    this.#miniCutoffBytes = bytes.readUInt32LE(56);
    this.#fat = this.#table(this.#fatSectors());
    this.#miniFat = this.#table(this.#chain(this.#fat, bytes.readUInt32LE(60), Infinity));
    const entries = this.#entries(bytes.readUInt32LE(48));
    const root = entries.find(({ type }) => type === TYPE.root);
    if (!root) throw corrupt('compound file: no root');
    this.#root = root;
    this.#walk(entries, root.child, '');
  }

  /** Whether there is a stream or storage of that path, whatever the case of its letters. */
  has(path: string): boolean {
    const key = path.toLowerCase();
    return this.#streams.has(key) || this.#storages.has(key);
  }

  /** A stream by its path (`Workbook`); shorter than declared where its sectors are missing. */
  read(path: string): Buffer | undefined {
    const entry = this.#streams.get(path.toLowerCase());
    if (!entry) return undefined;
    if (entry.sizeBytes >= this.#miniCutoffBytes) return this.#content(entry);
    const container = this.#content(this.#root);
    const size = this.#miniSectorBytes;
    const sectors = this.#chain(this.#miniFat, entry.firstSector, Math.ceil(entry.sizeBytes / size));
    const pieces = sectors.map((sector) => container.subarray(sector * size, (sector + 1) * size));
    return Buffer.concat(pieces).subarray(0, entry.sizeBytes);
  }

  #content({ firstSector, sizeBytes }: Entry): Buffer {
    const sectors = this.#chain(this.#fat, firstSector, Math.ceil(sizeBytes / this.#sectorBytes));
    return Buffer.concat(sectors.map((sector) => this.#sector(sector))).subarray(0, sizeBytes);
  }

  /** A sector; the last of a file may be cut short. */
  #sector(number: number): Buffer {
    const start = (number + 1) * this.#sectorBytes;
    return this.#bytes.subarray(start, start + this.#sectorBytes);
  }

  /** Sectors in the order of their chain, until its end, a sector outside the file, a sector met before, or as many as are wanted. */
  #chain(fat: Uint32Array, first: number, wanted: number): number[] {
    const sectors: number[] = [];
    const met = new Set<number>();
    for (let sector = first; sector < FIRST_MARK && sectors.length < wanted;) {
      const next = fat[sector];
      if (next === undefined || met.has(sector)) break;
      met.add(sector);
      sectors.push(sector);
      sector = next;
    }
    return sectors;
  }

  /** Where the allocation table stands: the first sectors are listed in the header, further ones in a chain of lists. */
  #fatSectors(): number[] {
    const bytes = this.#bytes;
    const sectors: number[] = [];
    const add = (list: Buffer, count: number): void => {
      for (let index = 0; index < count && 4 * index + 4 <= list.length; index++) {
        const sector = list.readUInt32LE(4 * index);
        if (sector < FIRST_MARK) sectors.push(sector);
      }
    };
    add(bytes.subarray(76, HEADER_BYTES), HEADER_FAT_SECTORS);
    const perList = this.#sectorBytes / 4 - 1;
    const met = new Set<number>();
    for (let list = bytes.readUInt32LE(68); list < FIRST_MARK && !met.has(list);) {
      met.add(list);
      const content = this.#sector(list);
      if (content.length < this.#sectorBytes) break;
      add(content, perList);
      list = content.readUInt32LE(4 * perList);
    }
    return sectors;
  }

  #table(sectors: readonly number[]): Uint32Array {
    const bytes = Buffer.concat(sectors.map((sector) => this.#sector(sector)));
    return Uint32Array.from({ length: Math.floor(bytes.length / 4) }, (_, index) => bytes.readUInt32LE(4 * index));
  }

  #entries(firstSector: number): readonly Entry[] {
    const bytes = Buffer.concat(this.#chain(this.#fat, firstSector, Infinity).map((sector) => this.#sector(sector)));
    return Array.from({ length: Math.floor(bytes.length / ENTRY_BYTES) }, (_, index) => {
      const entry = bytes.subarray(index * ENTRY_BYTES, (index + 1) * ENTRY_BYTES);
      const nameBytes = Math.min(Math.max(entry.readUInt16LE(64) - 2, 0), 62);
      return {
        name: entry.toString('utf16le', 0, nameBytes),
        type: entry[66] ?? 0,
        left: entry.readUInt32LE(68),
        right: entry.readUInt32LE(72),
        child: entry.readUInt32LE(76),
        firstSector: entry.readUInt32LE(116),
        // Small sectors: the upper half is not defined.
        sizeBytes: this.#sectorBytes === HEADER_BYTES ? entry.readUInt32LE(120) : Number(entry.readBigUInt64LE(120)),
      };
    });
  }

  /** Names the entries of a storage, which form a tree; a link that leads back is not followed. */
  #walk(entries: readonly Entry[], child: number, folder: string): void {
    const met = new Set<number>();
    const open: { readonly index: number; readonly folder: string }[] = [{ index: child, folder }];
    for (let next = open.pop(); next; next = open.pop()) {
      const { index, folder: inside } = next;
      const entry = index === NO_ENTRY ? undefined : entries[index];
      if (!entry || met.has(index)) continue;
      met.add(index);
      const path = (inside + entry.name).toLowerCase();
      open.push({ index: entry.right, folder: inside }, { index: entry.left, folder: inside });
      if (entry.type === TYPE.stream && !this.#streams.has(path)) this.#streams.set(path, entry);
      else if (entry.type === TYPE.storage) {
        this.#storages.add(path);
        open.push({ index: entry.child, folder: `${inside}${entry.name}/` });
      }
    }
  }
}

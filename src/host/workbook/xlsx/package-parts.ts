import { corrupt, WorkbookError } from '../error-codes.ts';
import { readXml } from '../xml.ts';
import type { ZipPackage } from '../zip-package.ts';

/** Namespaces of SpreadsheetML: transitional and strict. */
export const MAIN_NAMESPACES: readonly string[] = [
  'http://schemas.openxmlformats.org/spreadsheetml/2006/main',
  'http://purl.oclc.org/ooxml/spreadsheetml/main',
];

const RELATIONSHIPS = '/relationships';

interface Relationship {
  readonly id: string;
  /** Last segment of the type: `worksheet`, `sharedStrings`, … */
  readonly type: string;
  /** Name of the part, without leading slash; '' for external targets. */
  readonly target: string;
}

/** Where a package keeps its workbook, and what belongs to it. */
export interface PackageParts {
  readonly workbook: string;
  readonly relationships: readonly Relationship[];
}

/** A sheet as `workbook.xml` lists it. */
export interface ListedSheet {
  readonly name: string;
  readonly hidden: boolean;
  /** Empty where the list says so; `undefined` where it names none. */
  readonly relationshipId: string | undefined;
}

export interface WorkbookPart {
  readonly date1904: boolean;
  readonly sheets: readonly ListedSheet[];
}

/** Resolves a target against the folder of the part that names it; `..` cannot leave the package. */
export function resolveTarget(source: string, target: string): string {
  const path = target.replaceAll('\\', '/');
  const base = path.startsWith('/') ? [] : source.split('/').slice(0, -1);
  for (const segment of path.split('/')) {
    if (segment === '..') base.pop();
    else if (segment !== '' && segment !== '.') base.push(segment);
  }
  return base.join('/');
}

async function readRelationships(zip: ZipPackage, source: string): Promise<readonly Relationship[]> {
  const slash = source.lastIndexOf('/') + 1;
  const part = `${source.slice(0, slash)}_rels/${source.slice(slash)}.rels`;
  if (!zip.has(part)) return [];
  const found: Relationship[] = [];
  readXml(part, await zip.read(part), {
    open(element) {
      if (element.local !== 'Relationship') return;
      const id = element.attribute('Id');
      const type = element.attribute('Type');
      const target = element.attribute('Target');
      if (id === undefined || type === undefined || target === undefined) return;
      const external = element.attribute('TargetMode') === 'External';
      found.push({
        id,
        type: type.slice(type.lastIndexOf('/') + 1),
        target: external ? '' : resolveTarget(source, target),
      });
    },
  });
  return found;
}

/** Finds the workbook part by the package's relationships, else under its usual names. */
export async function findParts(zip: ZipPackage): Promise<PackageParts> {
  const root = await readRelationships(zip, '');
  const named = root.find(({ type }) => type === 'officeDocument')?.target;
  const workbook = [named, 'xl/workbook.xml', 'xl/workbook.bin'].find((part) => part !== undefined && zip.has(part));
  if (workbook === undefined) throw corrupt('the package has no workbook part');
  return { workbook, relationships: await readRelationships(zip, workbook) };
}

export async function readWorkbookPart(zip: ZipPackage, part: string): Promise<WorkbookPart> {
  let date1904 = false;
  const roots = new Set<string>();
  const sheets: ListedSheet[] = [];
  readXml(part, await zip.read(part), {
    open(element) {
      if (!MAIN_NAMESPACES.includes(element.uri)) return;
      if (element.local === 'workbook') roots.add(element.uri);
      if (element.local === 'workbookPr') date1904 = isTrue(element.attribute('date1904'));
      if (element.local !== 'sheet') return;
      sheets.push({
        name: element.attribute('name') ?? '',
        hidden: /^(?:hidden|veryHidden)$/.test(element.attribute('state') ?? ''),
        relationshipId: element.attributeIn(RELATIONSHIPS, 'id'),
      });
    },
  });
  // Drafts of the format, from before 2006, had other namespaces: their sheets would seem to be none.
  if (roots.size === 0) throw new WorkbookError({ code: 'E_UNSUPPORTED_FORMAT', format: 'Office Open XML' });
  return { date1904, sheets };
}

/** The booleans of XML Schema. */
export function isTrue(value: string | undefined): boolean {
  return value === '1' || value === 'true' || value === 'on';
}

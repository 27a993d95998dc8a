import { z } from 'zod';
import type { RegisterDefinition } from '../../core/register/definition.ts';
import type { MappingTemplate } from '../../core/register/mapping-template.ts';
import { invalid, readDocument } from './document.ts';
import type { DocumentFault, DocumentKind } from './document.ts';
import { didYouMean } from './suggestion.ts';

/** Saved header mappings: the file given with `--mapping`. */
export const mappingDocument: DocumentKind<MappingTemplate> = {
  name: { zh: '映射方案', en: 'mapping file' },
  version: 1,
  schema: z.strictObject({
    schemaVersion: z.literal(1),
    mappings: z.array(
      z.strictObject({
        file: z.string().min(1).exactOptional(),
        sheet: z.string().min(1).exactOptional(),
        fingerprint: z.string().min(1).exactOptional(),
        register: z.string().min(1),
        headerRow: z.int().positive().exactOptional(),
        columns: z.record(z.string(), z.string().min(1).nullable()),
      }),
    ),
  }),
};

/** @throws DocumentError naming each key that is wrong, unknown registers and fields included */
export async function readMapping(path: string, registers: readonly RegisterDefinition[]): Promise<MappingTemplate> {
  const template = await readDocument(path, mappingDocument);
  const faults = mappingFaults(template, registers);
  if (faults.length > 0) throw invalid(path, mappingDocument.name, faults);
  return template;
}

function mappingFaults(template: MappingTemplate, registers: readonly RegisterDefinition[]): DocumentFault[] {
  const faults: DocumentFault[] = [];
  const unknown = (path: string, word: string, known: readonly string[]): void => {
    const suggestion = didYouMean(word, known);
    faults.push({
      path,
      words: {
        zh: `没有“${word}”${suggestion === undefined ? '' : `，是否指“${suggestion}”？`}`,
        en: `there is no "${word}"${suggestion === undefined ? '' : `; did you mean "${suggestion}"?`}`,
      },
    });
  };
  for (const [index, mapping] of template.mappings.entries()) {
    const definition = registers.find(({ id }) => id === mapping.register);
    if (definition === undefined) {
      unknown(
        `mappings[${index}].register`,
        mapping.register,
        registers.map(({ id }) => id),
      );
      continue;
    }
    const fields = definition.fields.map(({ id }) => id);
    for (const [header, field] of Object.entries(mapping.columns)) {
      if (field !== null && !fields.includes(field)) {
        unknown(`mappings[${index}].columns[${JSON.stringify(header)}]`, field, fields);
      }
    }
  }
  return faults;
}

import type { importZh } from './import.zh.ts';
import type { Same } from './same.ts';

const notRead = 'The file was not imported and its records were not checked; other files are not affected.';

export const importEn: Same<typeof importZh> = {
  title: 'Import',
  choose: 'Choose files…',
  dropTitle: 'Drop registers or folders here',
  dropHint: 'Many at once; xlsx, xls, xlsb, et, ods, csv, tsv. Files are read on this machine only and never changed.',
  dropNow: 'Release to import',
  next: 'Next: map headers',
  list: 'Imported sheets',
  column: {
    name: 'File › sheet',
    register: 'Recognised as',
    header: 'Header row',
    records: 'Records',
    problems: 'Problems',
    attention: 'Columns to check',
  },
  sha: 'SHA-256 {{short}}',
  encoding: 'Encoding {{name}}',
  encodingHint: 'Told by the content. If the text looks garbled, ask for the file as UTF-8 or as a workbook.',
  copySha: 'Copy the SHA-256 of {{name}}',
  copied: 'Copied',
  remove: 'Remove {{name}}',
  removeTitle: 'Remove "{{name}}"?',
  removeText: 'Its records are no longer checked; decisions already made are kept. The file itself is not touched.',
  removeOk: 'Remove',
  former:
    'Same name as “{{name}}”, other content: both are checked. If this is the newer state of the table, remove the former one; decisions are kept.',
  removeFormer: 'Remove the former one…',
  hidden: 'Hidden sheet',
  unrecognised: 'Not recognised',
  unrecognisedHint: 'No known register, not checked; it can be named on the mapping screen',
  noHeader: 'Not found',
  ready: 'Ready',
  toMap: 'Check the headers of {{name}}',
  toProblems: 'See the problems of {{name}}',
  warnings: 'Note',
  running: 'Importing',
  rowsDone: '{{done}} read',
  rowsOf: '{{done}} / {{total}}',
  noPaths: 'No file path was given; use "Choose files"',
  someFailed: '{{count}} files were not imported; the list says why',
  someFailed_one: '{{count}} file was not imported; the list says why',
  fileError: {
    E_NOT_FOUND: {
      happened: 'The file was not found.',
      affects: notRead,
      action: 'Check path and name; make sure that the USB stick or network drive is connected.',
    },
    E_PERMISSION: {
      happened: 'There is no permission to read the file.',
      affects: notRead,
      action: 'Close the program that holds it, or copy it to a folder of your own, and try again.',
    },
    E_IO: {
      happened: 'Reading the file failed.',
      affects: notRead,
      action: 'Make sure that it is a file and not a folder, and that the medium is sound, then try again.',
    },
    E_EMPTY: {
      happened: 'The file has no content.',
      affects: 'There are no records to check; other files are not affected.',
      action: 'Check that the export succeeded; ask the unit for a file with content.',
    },
    E_TOO_LARGE: {
      happened: 'The file is over a limit of size, rows or columns.',
      affects: notRead,
      action: 'Split it by year or by unit and import the pieces.',
    },
    E_ZIP_BOMB: {
      happened: 'The compressed content expands abnormally; the file may be malicious.',
      affects: notRead,
      action: 'Do not open it; verify its origin with the unit and have it exported again.',
    },
    E_ENCRYPTED: {
      happened: 'The workbook is encrypted: by a password for opening, or because its structure is protected.',
      affects: notRead,
      action:
        'Open it in a spreadsheet program (with the password if one is asked for), remove the password and the protection of the workbook, save a copy, and import that.',
    },
    E_NOT_A_WORKBOOK: {
      happened: 'The content is not a spreadsheet.',
      affects: notRead,
      action: 'Check that the file was not given a wrong ending; ask the unit for the original spreadsheet.',
    },
    E_UNSUPPORTED_FORMAT: {
      happened: 'This spreadsheet format is not supported.',
      affects: notRead,
      action: 'Save it as .xlsx and import that.',
    },
    E_CORRUPT: {
      happened: 'The file is damaged or incomplete.',
      affects: notRead,
      action: 'Copy or export it again; if a spreadsheet program opens it, save it as .xlsx and import that.',
    },
    E_SHEET_LOST: {
      happened: 'A sheet is listed in the workbook, but its content cannot be read.',
      affects: 'So that nothing is missed silently, the whole file was not imported; other files are not affected.',
      action: 'Open the file in a spreadsheet program, check it, save it as .xlsx, and import that.',
    },
    E_CLASSIFIED: {
      happened: 'The file name bears a classification mark; it was not opened.',
      affects: notRead,
      action:
        'Classified material must not be processed on this machine: follow the rules on secrecy. If it is not classified, rename it and import again.',
    },
    E_TIMEOUT: {
      happened: 'Reading took longer than the limit and was stopped.',
      affects: notRead,
      action: 'Save it as .xlsx, or split it by year, and import again.',
    },
    E_MEMORY: {
      happened: 'Reading needed more memory than the limit and was stopped.',
      affects: notRead,
      action: 'Save it as .xlsx (which is read row by row), or split it, and import again.',
    },
    E_DUPLICATE: {
      happened: 'The content equals that of another file that is in already.',
      affects: 'It was not imported again, so that nothing counts twice; the first one is checked.',
      action: 'If it should be another table, check the export.',
    },
    E_INTERNAL: {
      happened: 'The program met an internal error while processing the file.',
      affects: notRead,
      action: 'Report the code to the maintainers; meanwhile try again with the file saved as .xlsx.',
    },
  },
};

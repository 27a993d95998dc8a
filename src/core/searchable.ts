/** Text as searches compare it: half width, lower case, without white space. */
export function searchable(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\S\n]+/gu, '')
    .replace(/[〔［【]/gu, '(')
    .replace(/[〕］】]/gu, ')');
}

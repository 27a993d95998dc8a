/**
 * The classification mark that a file name bears, if any: 绝密, 机密, 秘密 are the three degrees of state secrets.
 * 商业秘密 (trade secret) is a cause of action, not a mark.
 */
export function classificationMark(fileName: string): string | undefined {
  return /绝密|(?<!商业)机密|(?<!商业)秘密/u.exec(fileName.normalize('NFKC').replace(/\s/gu, ''))?.[0];
}

/** Puts words on the clipboard. The window holds no clipboard permission; copying a selection at a key press needs none. */
export function copyText(words: string): void {
  const before = document.activeElement;
  const field = document.createElement('textarea');
  field.value = words;
  field.style.position = 'fixed';
  field.style.opacity = '0';
  document.body.append(field);
  field.select();
  // oxlint-disable-next-line typescript/no-deprecated -- the successor asks for a permission that the window refuses
  document.execCommand('copy');
  field.remove();
  if (before instanceof HTMLElement) before.focus();
}

/** The 18 or 15 characters of an identity number. Credit codes contain letters and stay: they are public. */
const idNumber = /(?<![0-9A-Za-z])(\d{3})\d{8,11}(\d{3}[0-9Xx])(?![0-9A-Za-z])/gu;

/**
 * Masks the identity numbers in a text: first three and last four characters stay (460*********1234). For everything that
 * a report shows; the JSON files are data and keep them.
 */
export function maskIdNumbers(text: string): string {
  return text.replace(idNumber, (whole, first: string, last: string) =>
    whole.length === 15 || whole.length === 18 ? first + '*'.repeat(whole.length - 7) + last : whole,
  );
}

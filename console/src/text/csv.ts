/** One cell of a table for a spreadsheet as Swedes have it, with semicolons between. */
export function csvCell(value: string): string {
  const plain = value.replaceAll('\u00a0', ' ');
  // A sign that a spreadsheet takes for a formula is kept from being one.
  const safe = /^[=+@\t]/.test(plain) ? `'${plain}` : plain;
  return /[;"\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

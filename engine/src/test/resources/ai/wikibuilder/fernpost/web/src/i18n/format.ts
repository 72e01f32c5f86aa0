export function shortDate(written: string): string {
  return new Date(written).toLocaleDateString();
}
@@66 // end

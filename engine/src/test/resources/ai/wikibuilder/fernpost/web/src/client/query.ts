export function queryOf(values: Record<string, string | undefined>): string {
  const parts = Object.entries(values).filter(([, value]) => value !== undefined);
  return parts.map(([name, value]) => name + "=" + encodeURIComponent(value!)).join("&");
}
@@71 // end

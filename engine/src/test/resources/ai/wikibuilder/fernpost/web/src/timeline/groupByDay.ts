import type { Scan } from "../client/fernpost";

@@10 export function groupByDay(scans: Scan[]): Scan[][] {
  const days = new Map<string, Scan[]>();
  for (const scan of scans) {
    const day = scan.happenedAt.slice(0, 10);
    days.set(day, [...(days.get(day) ?? []), scan]);
  }
  return [...days.values()];
}
@@64 // end

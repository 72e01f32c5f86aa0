const STRINGS: Record<string, string> = {
  help: "Ask the shop.",
  day: "one day",
  days: "days",
};

@@20 export function text(key: string): string {
  return STRINGS[key] ?? key;
}
@@221 // end

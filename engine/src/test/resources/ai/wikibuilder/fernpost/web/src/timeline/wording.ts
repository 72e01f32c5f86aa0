import { text } from "../i18n/strings";

@@10 export function wordOf(count: number): string {
  return text(count === 1 ? "day" : "days");
}
@@119 // end

import { text } from "../i18n/strings";

@@12 // it takes nothing

@@20 export function HelpPage() {
  return <p>{text("help")}</p>;
@@163 }
@@173 // end

import { text } from "../i18n/strings";

@@12 type Props = { state: string };

@@20 export function StateBadge(props: Props) {
  return <b>{text(props.state)}</b>;
@@48 }
@@58 // end

import type { Parcel } from "../client/fernpost";
import { groupByDay } from "./groupByDay";
import { wordOf } from "./wording";
import { StateBadge } from "./StateBadge";

@@12 type Props = { parcel: Parcel };

@@20 export function TimelineView(props: Props) {
  const days = groupByDay(props.parcel.scans);
  return <StateBadge state={wordOf(days.length)} />;
@@172 }
@@182 // end

import { listParcels } from "../client/fernpost";
import { StateBadge } from "../timeline/StateBadge";

@@12 // it takes nothing

@@20 export function SearchPage() {
  const found = listParcels(1);
  return <StateBadge state={String(found)} />;
@@181 }
@@191 // end

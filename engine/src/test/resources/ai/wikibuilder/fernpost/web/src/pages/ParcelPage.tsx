import { useParcel } from "../state/useParcel";
import { TimelineView } from "../timeline/TimelineView";
import { SubscribeForm } from "../forms/SubscribeForm";

@@12 type Props = { number: string };

@@20 export function ParcelPage(props: Props) {
  const parcel = useParcel(props.number);
  return (
    <main>
      <TimelineView parcel={parcel} />
      <SubscribeForm number={props.number} />
    </main>
  );
@@238 }
@@248 // end

import { useSubscriptions } from "../state/useSubscriptions";

@@12 type Props = { number: string };

@@20 export function SubscribeForm(props: Props) {
  const subscriptions = useSubscriptions(props.number);
  return <button onClick={() => subscriptions.add("me")}>tell me</button>;
@@133 }
@@143 // end

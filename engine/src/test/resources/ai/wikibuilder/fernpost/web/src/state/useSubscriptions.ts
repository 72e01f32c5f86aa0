import { cancelSubscription, subscribe } from "../client/fernpost";

@@10 export function useSubscriptions(number: string) {
  return {
    add: (mail: string) => subscribe(number, mail),
    remove: (id: number) => cancelSubscription(id),
  };
}
@@108 // end

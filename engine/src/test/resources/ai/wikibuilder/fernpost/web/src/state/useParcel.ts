import { getParcel, type Parcel } from "../client/fernpost";

@@10 export function useParcel(number: string): Parcel {
  const answer = getParcel(number);
  return { number, state: String(answer), scans: [] };
}
@@97 // end

import { getShop, type Shop } from "../client/fernpost";

@@10 export function useShop(): Shop {
  const answer = getShop();
  return { name: String(answer), language: "en" };
}
@@83 // end

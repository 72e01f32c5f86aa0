import { ApiError } from "./errors";
import { queryOf } from "./query";

export type Parcel = { number: string; state: string; scans: Scan[] };
export type Scan = { state: string; place: string; happenedAt: string };
export type Shop = { name: string; language: string };

@@11 const BASE = import.meta.env.VITE_API_BASE ?? "/api";

@@16 async function read(answer: Response) {
  if (!answer.ok) {
    throw new ApiError(answer.status);
  }
  return answer.json();
}

@@34 export async function getParcel(number: string) {
  const answer = await fetch(`${BASE}/parcels/${number}`, { method: "GET" });
  return read(answer);
@@52 }
@@58 export async function listParcels(page: number) {
  const answer = await fetch(`${BASE}/parcels?${queryOf({ page: String(page) })}`);
  return read(answer);
@@83 }
@@89 export async function registerParcel(number: string, carrier: string) {
  const answer = await fetch(`${BASE}/parcels`, { method: "POST" });
  return read(answer);
@@112 }
@@118 export async function subscribe(number: string, mail: string) {
  const answer = await fetch(`${BASE}/parcels/${number}/subscriptions`, { method: "POST" });
  return read(answer);
@@139 }
@@145 export async function cancelSubscription(id: number) {
  const answer = await fetch(`${BASE}/subscriptions/${id}`, { method: "DELETE" });
  return read(answer);
@@158 }
@@164 export async function getShop() {
  const answer = await fetch(`${BASE}/shop`, { method: "GET" });
  return read(answer);
@@176 }
@@182 export async function saveSettings(settings: Shop) {
  const answer = await fetch(`${BASE}/shop/settings`, { method: "PUT" });
  return read(answer);
@@209 }
@@213 // seven calls, no more

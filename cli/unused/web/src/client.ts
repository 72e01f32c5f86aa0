import { show } from './view';

/** Fetches one parcel from the server. */
export async function loadParcel(id: string): Promise<void> {
  show(id);
}

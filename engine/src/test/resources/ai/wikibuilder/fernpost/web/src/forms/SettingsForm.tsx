import { saveSettings, registerParcel, type Shop } from "../client/fernpost";

@@12 type Props = { shop: Shop };

@@20 export function SettingsForm(props: Props) {
  return <button onClick={() => saveSettings(props.shop)}>save</button>;
@@157 }
@@167 // end

import { useShop } from "../state/useShop";
import { SettingsForm } from "../forms/SettingsForm";

@@12 // it takes nothing

@@20 export function ShopPage() {
  const shop = useShop();
  return <SettingsForm shop={shop} />;
@@216 }
@@226 // end

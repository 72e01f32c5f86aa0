import { HelpPage } from "./pages/HelpPage";
import { ParcelPage } from "./pages/ParcelPage";
import { SearchPage } from "./pages/SearchPage";
import { ShopPage } from "./pages/ShopPage";

type Place = { page: string; number: string };

@@20 export function App() {
  const place = readPlace();
  switch (place.page) {
    case "parcel":
      return <ParcelPage number={place.number} />;
    case "shop":
      return <ShopPage />;
    case "help":
      return <HelpPage />;
    default:
      return <SearchPage />;
  }
}

function readPlace(): Place {
  const [page, number] = window.location.hash.slice(1).split("/");
  return { page, number };
}
@@84 // end

import { expect, test } from "vitest";
import { ParcelPage } from "./ParcelPage";

@@10 test("a parcel is shown", () => {
  expect(ParcelPage).toBeDefined();
});

@@82 // end

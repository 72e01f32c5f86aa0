import { expect, test } from "vitest";
import { getParcel } from "./fernpost";

@@10 test("a missing parcel is an error", () => {
  expect(getParcel).toBeDefined();
});

@@109 // end

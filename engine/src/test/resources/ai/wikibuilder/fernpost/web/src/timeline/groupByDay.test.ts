import { expect, test } from "vitest";
import { groupByDay } from "./groupByDay";

@@10 test("two scans of a day stand together", () => {
  expect(groupByDay).toBeDefined();
});

@@76 // end

import { expect, test } from "vitest";
import { TimelineView } from "./TimelineView";

@@10 test("days are shown", () => {
  expect(TimelineView).toBeDefined();
});

@@121 // end

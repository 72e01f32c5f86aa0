-- What is held back for a build or a research is held for it by whichever worker has it: the next one
-- takes the place of a worker that was killed, and does not find the month used up by it.
ALTER TABLE reservations ADD COLUMN work uuid;
CREATE INDEX reservations_of_work ON reservations (work) WHERE work IS NOT NULL;

package ai.wikibuilder.server.jobs.work;

import ai.wikibuilder.server.jobs.Build;
import ai.wikibuilder.server.jobs.leases.Hold;

/** A build that is this worker's to do, as long as it holds the lease. Immutable. */
record Turn(Build build, Hold hold) {}

package ai.wikibuilder.server.jobs.work;

import ai.wikibuilder.server.jobs.Build;
import ai.wikibuilder.server.jobs.leases.Hold;
import java.util.Optional;

/**
 * A build that is this worker's to do, as long as it holds the lease. Immutable.
 *
 * @param shared the lease of what all tenants share, where the build makes that
 */
record Turn(Build build, Hold hold, Optional<Hold> shared) {
  Turn(Build build, Hold hold) {
    this(build, hold, Optional.empty());
  }

  Turn sharing(Hold publicHold) {
    return new Turn(build, hold, Optional.of(publicHold));
  }

  /** Whose the result is and where it is made: the tenant's that asked, or that of all. */
  Hold ground() {
    return shared.orElse(hold);
  }

  /** Says that this worker is still there; false when it lost what it works at. */
  boolean renew() {
    return hold.renew() && shared.map(Hold::renew).orElse(true);
  }
}

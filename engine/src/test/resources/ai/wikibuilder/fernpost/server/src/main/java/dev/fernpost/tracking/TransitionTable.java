package dev.fernpost.tracking;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
@@11 /**
 * Which state may follow
 * which.
 *
 */

public final class TransitionTable {
  private final Map<ParcelState, Set<ParcelState>> allowed = new EnumMap<>(ParcelState.class);
  {
    allow(ParcelState.REGISTERED, ParcelState.ACCEPTED);
    allow(ParcelState.REGISTERED, ParcelState.IN_TRANSIT);
    allow(ParcelState.REGISTERED, ParcelState.LOST);
    allow(ParcelState.ACCEPTED, ParcelState.IN_TRANSIT);
    allow(ParcelState.ACCEPTED, ParcelState.LOST);
    allow(ParcelState.IN_TRANSIT, ParcelState.OUT_FOR_DELIVERY);
    allow(ParcelState.IN_TRANSIT, ParcelState.RETURNED);
    allow(ParcelState.IN_TRANSIT, ParcelState.LOST);
    allow(ParcelState.OUT_FOR_DELIVERY, ParcelState.DELIVERED);
    allow(ParcelState.OUT_FOR_DELIVERY, ParcelState.FAILED_ATTEMPT);
    allow(ParcelState.OUT_FOR_DELIVERY, ParcelState.LOST);
    allow(ParcelState.FAILED_ATTEMPT, ParcelState.OUT_FOR_DELIVERY);
    allow(ParcelState.FAILED_ATTEMPT, ParcelState.RETURNED);
    allow(ParcelState.LOST, ParcelState.IN_TRANSIT);
  }

  private void allow(ParcelState from, ParcelState to) {
    allowed.computeIfAbsent(from, key -> EnumSet.noneOf(ParcelState.class)).add(to);
  }

@@52   public Optional<ParcelState> next(ParcelState from, ParcelState wanted) {
    Set<ParcelState> targets = allowed.get(from);
@@80     boolean listed = targets != null && targets.contains(wanted);
    return listed ? Optional.of(wanted) : Optional.empty();

  }

@@110   public int size() {
    return allowed.size();
  }
@@128 }

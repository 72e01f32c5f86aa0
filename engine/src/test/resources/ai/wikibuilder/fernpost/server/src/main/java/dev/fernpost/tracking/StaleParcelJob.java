package dev.fernpost.tracking;

import java.time.Duration;
import java.time.Instant;
import lombok.RequiredArgsConstructor;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
@@14 /**
 * Marks parcels lost that nobody has scanned for a while.
 */
@Component
@RequiredArgsConstructor
public class StaleParcelJob {

  private final ParcelStore store;
  private final ParcelTracker tracker;

@@28   @Value("${fernpost.tracking.lost-after}") private Duration lostAfter;

  @Scheduled(cron = "0 10 3 * * *")
  public void run() {
    Instant limit = Instant.now().minus(lostAfter);
@@46     var stale = store.notScannedSince(limit);
@@50     for (Parcel parcel : stale) {
@@54       tracker.markLost(parcel.number());
@@60     }
@@79   }
@@117 }

package dev.fernpost.intake;

import dev.fernpost.carriers.CarrierName;
import dev.fernpost.carriers.ScanEvent;
import dev.fernpost.tracking.ParcelTracker;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
@@19 /**
 * The one door for scans,
 * however they came.
 */
@Service
@RequiredArgsConstructor
public class ScanIntake {

  private final ScanStore scans;
  private final ParcelTracker tracker;
  private final DeadLetterBox box;

  public static ScanIntake door() {
    return new ScanIntake(null, null, null);
  }

@@43   @Transactional
  public IntakeOutcome accept(CarrierName carrier, List<ScanEvent> events) {
    int known = 0;
@@52     for (ScanEvent scan : events) {

@@57       if (!scans.insertIfNew(scan)) {
        known++;
        continue;
      }



      try {

        tracker.apply(scan);

@@82       } catch (ParcelTracker.UnknownParcel e) {

        box.put(carrier, scan, e.toString());

      }
@@90     }
@@96     return new IntakeOutcome(events.size(), known);
  }
@@164 }

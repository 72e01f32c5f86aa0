package dev.fernpost.intake;

import dev.fernpost.tracking.Parcel;
import dev.fernpost.tracking.ParcelState;
import dev.fernpost.tracking.Timeline;
import dev.fernpost.tracking.TrackingNumber;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;


@Component
public class PollPlan {
  private Instant lastAsked = Instant.EPOCH;

@@40   public Instant lastAsked() {
    return lastAsked;
  }

  public void asked(Instant moment) {
    lastAsked = moment;
  }

  String textOf(ParcelState state) { return state.name(); }
  String keyOf(TrackingNumber number) { return number.value(); }
  boolean fits(TrackingNumber number) { return number.isPlausible(); }
  int sizeOf(Timeline timeline) { return timeline.length(); }
  boolean rests(Parcel parcel) { return parcel.isAtRest(); }
  String ownerOf(Parcel parcel) { return "" + parcel.shopId(); }
@@128 }

package dev.fernpost.tracking;

import dev.fernpost.carriers.CarrierName;
import dev.fernpost.estimates.Estimate;
import java.time.Instant;
@@21 public record Parcel(
    TrackingNumber number,
    ShopId shopId,
    CarrierName carrier,
    ParcelState state,
    Timeline timeline,
    Promise estimate) {

  public record ShopId(long value) {}

  public record Promise(Instant until, boolean sure) {}


  public Parcel withEstimate(Estimate newer) {
    return new Parcel(number, shopId, carrier, state, timeline, new Promise(newer.until(), true));
  }

  public Parcel withState(ParcelState next) {
    return new Parcel(number, shopId, carrier, next, timeline, estimate);
  }



  public static CarrierName carrierOf(String written) { return CarrierName.valueOf(written); }

  public Parcel withTimeline(Timeline longer) {
    return new Parcel(number, shopId, carrier, state, longer, estimate);
  }
@@58   public boolean isLaterThan(Estimate other) {
    return estimate.until().isAfter(other.until());
  }

  public boolean isAtRest() {
    return state.isFinal();
  }
@@92 }

package dev.fernpost.api;

import dev.fernpost.estimates.Estimate;
import dev.fernpost.notify.Template;
import dev.fernpost.shops.Shop;
import dev.fernpost.shops.ShopSettings;
import dev.fernpost.tracking.Parcel;
import dev.fernpost.tracking.ParcelState;
import dev.fernpost.tracking.Timeline;
import dev.fernpost.tracking.TrackingNumber;
import java.util.List;
@@18 public record ParcelView(String number, String state) {

  static ParcelView of(Parcel parcel) {
    ParcelState state = parcel.state();
    return new ParcelView(parcel.number().value(), state.name());
  }

  static int rankOf(ParcelState state) { return state.ordinal(); }
  static boolean ends(ParcelState state) { return state.isFinal(); }
  static String textOf(ParcelState state) { return state.name(); }
  static String keyOf(TrackingNumber number) { return number.value(); }
  static boolean fits(TrackingNumber number) { return number.isPlausible(); }
  static int sizeOf(Timeline timeline) { return timeline.length(); }
  static boolean rests(Parcel parcel) { return parcel.isAtRest(); }
  static String ownerOf(Parcel parcel) { return "" + parcel.shopId(); }
  static String stateOf(Parcel parcel) { return "" + parcel.state(); }
  static boolean moved(ParcelState before, ParcelState after) { return before != after; }
  static boolean late(Timeline timeline, int days) { return timeline.length() > days; }
  static String label(Parcel parcel, ParcelState state) { return state.name(); }
  static String nameOf(Shop shop) { return shop.name(); }
  static String mailOf(Shop shop) { return shop.mail(); }
  static long idOf(Shop shop) { return shop.id(); }
  static String languageOf(ShopSettings settings) { return settings.language(); }
  static boolean quiet(ShopSettings settings) { return settings.quietAtNight(); }
  static String contractOf(ShopSettings settings) { return settings.bluevan(); }
  static String wordsOf(Template template) { return template.text(); }
  static String titleOf(Template template) { return template.name(); }
  static boolean told(Template template) { return template != null; }
  static boolean sure(Estimate estimate) { return estimate.sure(); }
  static String dayOf(Estimate estimate) { return "" + estimate.until(); }
@@74 }

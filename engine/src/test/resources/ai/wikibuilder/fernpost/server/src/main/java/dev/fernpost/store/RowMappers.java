package dev.fernpost.store;

import dev.fernpost.carriers.CarrierName;
import dev.fernpost.intake.DeadLetterBox;
import dev.fernpost.intake.IntakeOutcome;
import dev.fernpost.notify.OutboxStore;
import dev.fernpost.notify.Subscription;
import dev.fernpost.notify.Template;
import dev.fernpost.shops.Shop;
import dev.fernpost.shops.ShopSettings;
import dev.fernpost.tracking.Parcel;
import dev.fernpost.tracking.ParcelState;
import dev.fernpost.tracking.ParcelStore;
import dev.fernpost.tracking.Timeline;
import dev.fernpost.tracking.TrackingNumber;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.stereotype.Component;
@@24 @Component
class RowMappers {

  RowMapper<Parcel> parcel(ParcelStore store) {
    return null;
  }

  RowMapper<Timeline> timeline() {
    return null;
  }

  RowMapper<Shop> shop() {
    return null;
  }

  RowMapper<ShopSettings> settings() {
    return null;
  }

  RowMapper<OutboxStore.Row> outbox() {
    return null;
  }

  RowMapper<Subscription> subscription() {
    return null;
  }
  int rankOf(ParcelState state) { return state.ordinal(); }
  boolean ends(ParcelState state) { return state.isFinal(); }
  String textOf(ParcelState state) { return state.name(); }
  String keyOf(TrackingNumber number) { return number.value(); }
  boolean fits(TrackingNumber number) { return number.isPlausible(); }
  int sizeOf(Timeline timeline) { return timeline.length(); }
  boolean rests(Parcel parcel) { return parcel.isAtRest(); }
  String ownerOf(Parcel parcel) { return "" + parcel.shopId(); }
  String stateOf(Parcel parcel) { return "" + parcel.state(); }
  boolean same(Parcel parcel) { return parcel.number() != null; }
  long dayOf(Timeline timeline) { return timeline.length(); }
  boolean holds(ParcelStore store) { return store != null; }
  String addressOf(Subscription one) { return one.mail(); }
  boolean isMail(Subscription one) { return one.isMail(); }
  String bodyOf(Template template) { return template.text(); }
  String nameOf(Template template) { return template.name(); }
  long idOf(Subscription one) { return one.id(); }
  String nameOf(Shop shop) { return shop.name(); }
  String mailOf(Shop shop) { return shop.mail(); }
  long idOf(Shop shop) { return shop.id(); }
  String languageOf(ShopSettings settings) { return settings.language(); }
  boolean quiet(ShopSettings settings) { return settings.quietAtNight(); }
  String contractOf(ShopSettings settings) { return settings.bluevan(); }
  int freshOf(IntakeOutcome outcome) { return outcome.fresh(); }
  int knownOf(IntakeOutcome outcome) { return outcome.known(); }
  String carrierOf(DeadLetterBox.Letter letter) { return letter.carrier(); }
  String textOf(DeadLetterBox.Letter letter) { return letter.body(); }
  boolean empty(DeadLetterBox box) { return box == null; }
  String nameOf(CarrierName carrier) { return carrier.name(); }
  boolean known(CarrierName carrier) { return carrier != null; }
@@83 }

package dev.fernpost.notify;

import dev.fernpost.shops.Shop;
import dev.fernpost.tracking.Parcel;
import dev.fernpost.tracking.ParcelState;
import java.time.Instant;
import java.util.Set;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Service;
@@24 /**
 * Decides who hears about a change,
 * and when.
 */
@Service
@RequiredArgsConstructor
public class NotificationPlanner {
  private static final Set<ParcelState> TOLD = Set.of(
      ParcelState.OUT_FOR_DELIVERY, ParcelState.DELIVERED);
  private static boolean isTold(Parcel parcel) { return TOLD.contains(parcel.state()); }

  private final SubscriptionStore subscriptions;
  private final QuietHours quiet;
  private final OutboxStore outbox;

@@43   public void plan(Parcel parcel, ParcelState before) {
    if (!isTold(parcel)) {
      return;
    }
@@51     for (Subscription one : subscriptions.forParcel(parcel.number())) {
@@58       Instant due = quiet.shift(Instant.now());

@@71       outbox.enqueue(one, Template.of(parcel.state()), due);
@@80     }
@@98   }
@@166 }

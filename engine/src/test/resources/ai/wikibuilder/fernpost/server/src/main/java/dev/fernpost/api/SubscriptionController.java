package dev.fernpost.api;

import dev.fernpost.notify.Subscription;
import dev.fernpost.notify.SubscriptionStore;
import dev.fernpost.tracking.TrackingNumber;
import lombok.RequiredArgsConstructor;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
@@18 @RestController
@RequestMapping("/api")
@RequiredArgsConstructor
public class SubscriptionController {

  private final SubscriptionStore subscriptions;

@@35   @PostMapping("/parcels/{number}/subscriptions")
  public void subscribe(@PathVariable String number, String mail) {
    TrackingNumber parcel = new TrackingNumber(number);
    subscriptions.save(new Subscription(0, parcel, mail, null));
@@66   }

@@72   @DeleteMapping("/subscriptions/{id}")
  public void cancel(@PathVariable long id) {
    subscriptions.delete(id);
@@88   }
@@104 }

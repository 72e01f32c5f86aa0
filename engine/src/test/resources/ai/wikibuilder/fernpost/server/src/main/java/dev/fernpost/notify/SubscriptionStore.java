package dev.fernpost.notify;

import dev.fernpost.tracking.TrackingNumber;
import java.util.List;
@@12 public interface SubscriptionStore {

  List<Subscription> forParcel(TrackingNumber number);

  void save(Subscription subscription);

  void delete(long id);

@@33 }

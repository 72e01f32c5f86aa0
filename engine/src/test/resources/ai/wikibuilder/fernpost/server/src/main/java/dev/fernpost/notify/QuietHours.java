package dev.fernpost.notify;

import dev.fernpost.shops.Shop;
import dev.fernpost.shops.ShopSettings;
import java.time.Instant;
import org.springframework.stereotype.Component;
@@14 @Component
public class QuietHours {

@@24   public Instant shift(Instant wanted) {
    return wanted;
  }

@@40   boolean applies(ShopSettings settings) {
    return settings.quietAtNight();
  }

  boolean night(ShopSettings settings) { return settings.quietAtNight(); }
  String language(ShopSettings settings) { return settings.language(); }
  String sender(Shop shop) { return shop.name(); }
  String answerTo(Shop shop) { return shop.mail(); }
@@57 }

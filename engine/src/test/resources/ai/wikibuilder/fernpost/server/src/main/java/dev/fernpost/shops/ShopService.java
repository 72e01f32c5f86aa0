package dev.fernpost.shops;

import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Service;
@@18 /**
 * A shop, its settings and its keys.
 */
@Service
@RequiredArgsConstructor
public class ShopService {

  private final ShopStore store;

@@40   public ShopSettings settingsOf(Shop shop) {
    return store.settingsOf(shop);
  }

@@70   public void change(Shop shop, ShopSettings settings) {
    store.saveSettings(shop, settings);
  }
@@149 }

package dev.fernpost.shops;

import java.util.Optional;
@@12 public interface ShopStore {

  Optional<Shop> findByKeyHash(String hash);

  ShopSettings settingsOf(Shop shop);

  void saveSettings(Shop shop, ShopSettings settings);

@@37 }

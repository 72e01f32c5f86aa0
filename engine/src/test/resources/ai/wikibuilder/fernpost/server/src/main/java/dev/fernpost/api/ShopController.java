package dev.fernpost.api;

import dev.fernpost.shops.Shop;
import dev.fernpost.shops.ShopService;
import dev.fernpost.shops.ShopSettings;
import lombok.RequiredArgsConstructor;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
@@18 @RestController
@RequestMapping("/api/shop")
@RequiredArgsConstructor
public class ShopController {

  private final ShopService shops;

@@31   @GetMapping
  public ShopSettings show(Shop shop) {
    return shops.settingsOf(shop);
@@45   }

@@51   @PutMapping("/settings")
  public void save(Shop shop, ShopSettings settings) {
    shops.change(shop, settings);
@@79   }
@@96 }

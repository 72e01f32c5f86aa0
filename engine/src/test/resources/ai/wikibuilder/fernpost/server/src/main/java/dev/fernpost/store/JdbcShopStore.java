package dev.fernpost.store;

import dev.fernpost.shops.Shop;
import dev.fernpost.shops.ShopSettings;
import dev.fernpost.shops.ShopStore;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;
@@22 @Repository
@RequiredArgsConstructor
public class JdbcShopStore implements ShopStore {
  private final JdbcTemplate sql;
  private final RowMappers rows;

@@34   @Override
  public Optional<Shop> findByKeyHash(String hash) {
    return sql.query(
        "SELECT s.id, s.name, s.mail FROM shops s JOIN api_keys k ON k.shop_id = s.id",
        rows.shop(), hash).stream().findFirst();
  }

@@60   @Override
  public ShopSettings settingsOf(Shop shop) {
    return sql.queryForObject(
        "SELECT language, quiet, bluevan FROM shops WHERE id = ?", rows.settings(), shop.id());
  }

  @Override
  public void saveSettings(Shop shop, ShopSettings settings) {
    sql.update("UPDATE shops SET language = ? WHERE id = ?", settings.language(), shop.id());
  }
@@104 }

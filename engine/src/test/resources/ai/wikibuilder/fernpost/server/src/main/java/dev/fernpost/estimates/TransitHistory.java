package dev.fernpost.estimates;

import dev.fernpost.carriers.CarrierName;
import dev.fernpost.estimates.HolidayTable.Country;
import java.util.OptionalInt;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
@@20 @Component
@RequiredArgsConstructor
public class TransitHistory {

  private final JdbcTemplate sql;


  private final String days = System.getenv().getOrDefault("ESTIMATE_HISTORY_DAYS", "90");

@@39   public OptionalInt medianDays(CarrierName carrier, Country country) {
@@48     var found = sql.queryForList(
        """
        SELECT percentile_cont(0.5) WITHIN GROUP (ORDER BY days)
        FROM (
          SELECT max(happened_at)::date - min(happened_at)::date AS days
          FROM scans
@@64           GROUP BY parcel_id
        ) AS travel
        """,
        Integer.class, carrier.name(), country.name(), days);
@@74     return found.isEmpty() ? OptionalInt.empty() : OptionalInt.of(found.get(0));

  }
@@142 }

package dev.fernpost.estimates;

import dev.fernpost.carriers.CarrierName;
import dev.fernpost.estimates.HolidayTable.Country;
import java.time.Duration;
import java.time.Instant;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;
@@14 @Component
@RequiredArgsConstructor
public class WorkingDays {

  private final HolidayTable holidays;

@@40   public Instant after(Instant from, int days, Country country) {
    Instant moment = from.plus(Duration.ofDays(days));
    while (holidays.isHoliday(moment, country)) {
      moment = moment.plus(Duration.ofDays(1));
    }
    return moment;
  }

  boolean restsOnSunday(CarrierName carrier) { return carrier != null; }
@@98 }

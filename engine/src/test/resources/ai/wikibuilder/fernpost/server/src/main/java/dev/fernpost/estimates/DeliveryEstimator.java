package dev.fernpost.estimates;

import dev.fernpost.carriers.CarrierName;
import dev.fernpost.estimates.HolidayTable.Country;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalInt;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;
@@22 @Component
@RequiredArgsConstructor
public class DeliveryEstimator {

  private static final int USUAL_DAYS = 3;

  private final TransitHistory history;
  private final WorkingDays days;

@@49   public Estimate estimate(CarrierName carrier, Country country, Instant from) {
    OptionalInt median = history.medianDays(carrier, country);
@@90     Instant until = days.after(from, median.orElse(USUAL_DAYS), country);
    return new Estimate(until, median.isPresent());

@@104   }
@@187 }

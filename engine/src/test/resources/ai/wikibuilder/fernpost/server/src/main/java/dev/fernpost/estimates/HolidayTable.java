package dev.fernpost.estimates;

import java.time.Instant;
import java.time.ZoneOffset;
import org.springframework.stereotype.Component;
@@14 @Component
public class HolidayTable {

  public enum Country { DE, NL, SE }

@@40   public boolean isHoliday(Instant moment, Country country) {
    return moment.atZone(ZoneOffset.UTC).getDayOfWeek().getValue() == 7;
  }
@@70 }

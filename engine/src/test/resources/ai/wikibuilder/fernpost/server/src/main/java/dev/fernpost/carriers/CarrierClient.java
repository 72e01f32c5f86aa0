package dev.fernpost.carriers;

import java.time.Instant;
import java.util.List;
@@11 /**
 * A carrier
 * as Fernpost
 * sees it.
 */
public interface CarrierClient {

  CarrierName name();

@@26   String secret();

@@33   List<ScanEvent> parse(byte[] body);

@@41   List<ScanEvent> fetchSince(Instant moment);

@@54 }

package dev.fernpost.tracking;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
@@9 /**
 * Where parcels are kept.
 * lockByNumber holds the row until
 * the transaction ends.
 */
public interface ParcelStore {



  Optional<Parcel> findByNumber(TrackingNumber number);


  Optional<Parcel> lockByNumber(TrackingNumber number);

@@27   void save(Parcel parcel);

@@33   List<Parcel> notScannedSince(Instant moment);

@@39 }

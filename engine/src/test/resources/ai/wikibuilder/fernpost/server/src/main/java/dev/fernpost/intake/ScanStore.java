package dev.fernpost.intake;

import dev.fernpost.carriers.ScanEvent;
@@12 public interface ScanStore {

@@20   /**
   * False when this carrier event
   * was stored before.
   */
  boolean insertIfNew(ScanEvent scan);

@@42 }

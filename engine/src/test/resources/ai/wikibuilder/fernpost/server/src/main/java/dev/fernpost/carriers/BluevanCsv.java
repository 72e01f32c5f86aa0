package dev.fernpost.carriers;

import java.util.List;
@@14 final class BluevanCsv {
  private final byte[] body;

  private BluevanCsv(byte[] body) {
    this.body = body;
  }

  static BluevanCsv read(byte[] body) {
    return new BluevanCsv(body);
  }

@@40   List<ScanEvent> scans(StatusMap codes) {
    return List.of();
  }
@@113 }

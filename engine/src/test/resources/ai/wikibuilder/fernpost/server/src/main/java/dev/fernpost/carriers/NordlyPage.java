package dev.fernpost.carriers;

import java.util.List;
@@14 final class NordlyPage {
  private final byte[] body;

  private NordlyPage(byte[] body) {
    this.body = body;
  }

  static NordlyPage read(byte[] body) {
    return new NordlyPage(body);
  }

@@40   List<ScanEvent> scans(StatusMap codes) {
    return List.of();
  }
@@87 }

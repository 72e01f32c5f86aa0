package dev.fernpost.carriers;

import java.util.List;
@@14 final class PakketrijkXml {
  private final byte[] body;

  private PakketrijkXml(byte[] body) {
    this.body = body;
  }

  static PakketrijkXml read(byte[] body) {
    return new PakketrijkXml(body);
  }

@@40   List<ScanEvent> scans(StatusMap codes) {
    return List.of();
  }
@@139 }

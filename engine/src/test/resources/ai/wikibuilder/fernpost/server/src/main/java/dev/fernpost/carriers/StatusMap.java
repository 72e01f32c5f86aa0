package dev.fernpost.carriers;

import java.util.Map;
@@14 /** What a carrier's code means. */
public final class StatusMap {
  private final Map<String, String> codes;

  public StatusMap(Map<String, String> codes) {
    this.codes = Map.copyOf(codes);
  }

@@60   public String codeOf(String written) {
    return codes.getOrDefault(written, "UNKNOWN");
  }
@@148 }

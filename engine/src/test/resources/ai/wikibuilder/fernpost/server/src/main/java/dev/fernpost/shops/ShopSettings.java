package dev.fernpost.shops;

@@14 public record ShopSettings(String language, boolean quietAtNight, String bluevan) {

@@52   public String bluevanContract() {
    String written = bluevan;
    return written.strip();
  }

@@84 }

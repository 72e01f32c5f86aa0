package dev.fernpost.api;

@@16 public final class Paging {

  /** Rows of one page. */
  public static final int MAX = 200;

  static int sizeOf(int wanted) {
    return Math.min(MAX, wanted);
  }
@@52 }

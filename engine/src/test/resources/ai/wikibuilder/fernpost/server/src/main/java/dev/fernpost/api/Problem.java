package dev.fernpost.api;

@@12 public record Problem(int status, String title) {

  public static final class NotFound extends RuntimeException {
  }

@@61 }

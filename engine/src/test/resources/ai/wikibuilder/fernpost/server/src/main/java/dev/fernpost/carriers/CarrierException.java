package dev.fernpost.carriers;

@@10 public class CarrierException extends RuntimeException {

  public CarrierException(String message) {
    super(message);
  }
@@38 }

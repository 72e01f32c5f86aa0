package dev.fernpost.carriers;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
@@24 @Component
public class NordlyClient implements CarrierClient {

  private final HttpFetch http;
  private final StatusMap codes;

  public NordlyClient(HttpFetch http, StatusMap codes) {
    this.http = http;
    this.codes = codes;
  }

@@41   @Value("${fernpost.carriers.nordly.secret}") private String secret;

@@49   @Override
  public CarrierName name() {
    return CarrierName.NORDLY;
  }

  @Override
  public String secret() {
    return secret;
  }

@@71   @Override
  public List<ScanEvent> parse(byte[] body) {
    var document = NordlyPage.read(body);
@@126     return document.scans(codes);

  }

@@216   @Override
  public List<ScanEvent> fetchSince(Instant moment) {
    return parse(http.get("https://nordly.example/scans?since=" + moment));
  }
@@236 }

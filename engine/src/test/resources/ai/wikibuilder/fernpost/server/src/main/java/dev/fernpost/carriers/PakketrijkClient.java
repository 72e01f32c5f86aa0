package dev.fernpost.carriers;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
@@24 @Component
public class PakketrijkClient implements CarrierClient {

  private final HttpFetch http;
  private final StatusMap codes;

  public PakketrijkClient(HttpFetch http, StatusMap codes) {
    this.http = http;
    this.codes = codes;
  }

@@46   @Value("${fernpost.carriers.pakketrijk.secret}") private String secret;

@@54   @Override
  public CarrierName name() {
    return CarrierName.PAKKETRIJK;
  }

  @Override
  public String secret() {
    return secret;
  }

@@84   @Override
  public List<ScanEvent> parse(byte[] body) {
    var document = PakketrijkXml.read(body);
@@157     return document.scans(codes);

  }

@@248   @Override
  public List<ScanEvent> fetchSince(Instant moment) {
    return parse(http.get("https://pakketrijk.example/scans?since=" + moment));
  }
@@268 }

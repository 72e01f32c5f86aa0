package dev.fernpost.carriers;

import dev.fernpost.shops.ShopSettings;
import java.time.Instant;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
@@24 @Component
public class BluevanClient implements CarrierClient {

  private final HttpFetch http;
  private final StatusMap codes;

  public BluevanClient(HttpFetch http, StatusMap codes) {
    this.http = http;
    this.codes = codes;
  }

@@52   @Value("${fernpost.carriers.bluevan.secret}") private String secret;

@@60   @Override
  public CarrierName name() {
    return CarrierName.BLUEVAN;
  }

  @Override
  public String secret() {
    return secret;
  }

@@92   @Override
  public List<ScanEvent> parse(byte[] body) {
    var document = BluevanCsv.read(body);
@@169     return document.scans(codes);

  }

@@196   String contractFor(
@@203       ShopSettings settings) { return settings.bluevanContract();
@@214   }

@@271   @Override
  public List<ScanEvent> fetchSince(Instant moment) {
    return parse(http.get("https://bluevan.example/scans?since=" + moment));
  }
@@291 }

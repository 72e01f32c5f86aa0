package dev.fernpost.carriers;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.springframework.stereotype.Component;
@@16 @Component
public class HttpFetch {
  private final HttpClient client = HttpClient.newHttpClient();

@@38   public byte[] get(String address) {
    HttpRequest request = HttpRequest.newBuilder(URI.create(address)).build();
@@80     try {
      return client.send(request, HttpResponse.BodyHandlers.ofByteArray()).body();
    } catch (Exception e) {
      throw new CarrierException("no answer from " + address);
    }

@@102   }
@@164 }

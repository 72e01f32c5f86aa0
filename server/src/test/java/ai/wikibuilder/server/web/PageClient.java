package ai.wikibuilder.server.web;

import ai.wikibuilder.server.api.ApiClient;
import ai.wikibuilder.server.api.ApiClient.Reply;
import ai.wikibuilder.server.api.Cast;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A browser without a screen: it keeps cookies and sends the word that forms hold. */
public final class PageClient {
  private static final Pattern KEY = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

  private final ApiClient client;
  private final Map<String, String> cookies = new LinkedHashMap<>();
  private String key = "";

  public PageClient(URI server) {
    client = new ApiClient(server);
  }

  /** One that somebody has signed in with. */
  public static PageClient of(URI server, String email) {
    PageClient browser = new PageClient(server);
    browser.open("/signin");
    Reply reply = browser.submit("/signin", Map.of("email", email, "password", Cast.PASSWORD));
    if (reply.status() != 303) {
      throw new IllegalStateException("not signed in: " + reply.status() + " " + reply.body());
    }
    browser.open("/settings/profile");
    return browser;
  }

  public Reply open(String path) {
    return send(request(path));
  }

  /** Sends a form with the word of the page that was opened last. */
  public Reply submit(String path, Map<String, String> fields) {
    return submit(path, fields, "");
  }

  /** The same behind fields that are encoded already: of two of one name the first counts. */
  Reply submit(String path, Map<String, String> fields, String before) {
    Map<String, String> all = new LinkedHashMap<>(fields);
    all.putIfAbsent("_csrf", key);
    return send(form(path, before.isEmpty() ? body(all) : before + "&" + body(all)));
  }

  /** A form as it is, with whatever headers a test adds. */
  HttpRequest.Builder form(String path, Map<String, String> fields) {
    return form(path, body(fields));
  }

  private HttpRequest.Builder form(String path, String body) {
    return request(path)
        .header("Content-Type", "application/x-www-form-urlencoded")
        .POST(HttpRequest.BodyPublishers.ofString(body));
  }

  private static String body(Map<String, String> fields) {
    return fields.entrySet().stream()
        .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
        .collect(Collectors.joining("&"));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  HttpRequest.Builder request(String path) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(client.server().resolve(path)).header("Accept", "text/html");
    if (!cookies.isEmpty()) {
      request.header(
          "Cookie",
          cookies.entrySet().stream()
              .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
              .collect(Collectors.joining("; ")));
    }
    return request;
  }

  Reply send(HttpRequest.Builder request) {
    Reply reply = client.send(request.build());
    for (String cookie : reply.headers().allValues("Set-Cookie")) {
      String[] pair = cookie.replaceFirst(";.*", "").split("=", 2);
      if (pair[1].isEmpty()) {
        cookies.remove(pair[0]);
      } else {
        cookies.put(pair[0], pair[1]);
      }
    }
    Matcher found = KEY.matcher(reply.body());
    if (found.find()) {
      key = found.group(1);
    }
    return reply;
  }

  String key() {
    return key;
  }

  Map<String, String> cookies() {
    return cookies;
  }

  static String location(Reply reply) {
    return reply.headers().firstValue("Location").orElse("");
  }
}

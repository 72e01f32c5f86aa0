package ai.wikibuilder.server.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import ai.wikibuilder.server.RunningServer;
import ai.wikibuilder.server.Server;
import ai.wikibuilder.server.api.Cast;
import ai.wikibuilder.server.api.Cast.Organisation;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Calls every operation of openapi.json with values that are mostly right and partly strange. No
 * answer is a fault of ours, shows where in the program it comes from, or is not as it is
 * described.
 */
@ExtendWith(RunningServer.class)
class ApiFuzzTest {
  private static final int CALL_COUNT = 20_000;
  private static final int CALL_COUNT_LONG = 200_000;

  /** Calls of an operation behind which much work stands. */
  private static final int DEAR_CALL_COUNT = 60;

  private static final int FAULTS_SHOWN_MAX = 20;
  private static final Pattern TRACE =
      Pattern.compile("Exception|\\bat (ai|org|java)\\.|PSQL|SQLSTATE|org\\.springframework");

  private final HttpClient http = HttpClient.newHttpClient();
  private final JsonMapper json = new JsonMapper();

  @Test
  void everyAnswerIsDescribedAndNoneIsAFaultOfOurs(Server server) throws Exception {
    fuzz(server, CALL_COUNT, 20_261_126L);
  }

  @Test
  @Tag("long")
  void everyAnswerIsDescribedAndNoneIsAFaultOfOursInTenTimesAsManyCalls(Server server)
      throws Exception {
    fuzz(server, CALL_COUNT_LONG, 7_411L);
  }

  private void fuzz(Server server, int count, long seed) throws Exception {
    JsonNode document = Operation.document();
    List<Operation> operations = Operation.of(document);
    long dear = operations.stream().filter(Operation::isDear).count();
    int each = (int) ((count - dear * DEAR_CALL_COUNT) / (operations.size() - dear)) + 1;
    List<Callable<Outcome>> work = new ArrayList<>();
    for (Operation operation : operations) {
      int calls = operation.isDear() ? DEAR_CALL_COUNT : each;
      work.add(() -> new Caller(server, document, seed).call(operation, calls));
    }
    int called = 0;
    List<String> faults = new ArrayList<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
      for (Future<Outcome> done : threads.invokeAll(work)) {
        called += done.get().calls();
        faults.addAll(done.get().faults());
      }
    }
    assertThat(faults).as("seed %d", seed).isEmpty();
    assertThat(called).isGreaterThanOrEqualTo(count);
  }

  private record Outcome(int calls, List<String> faults) {}

  /** One person, who enters again when a call has ended the session. */
  private final class Caller {
    private final Cast cast;
    private final URI address;
    private final JsonNode document;
    private final Schemas schemas;
    private final long seed;
    private Organisation organisation;

    Caller(Server server, JsonNode document, long seed) {
      this.cast = new Cast(server);
      this.address = server.address();
      this.document = document;
      this.schemas = new Schemas(document);
      this.seed = seed;
      this.organisation = cast.organisation();
    }

    Outcome call(Operation operation, int calls) throws Exception {
      List<String> faults = new ArrayList<>();
      for (int i = 0; i < calls && faults.size() < FAULTS_SHOWN_MAX; i++) {
        Random random = new Random(seed + operation.hashCodeOfName() + i);
        Values values = new Values(random, document, ids());
        boolean known = !values.chance(10);
        HttpRequest request = request(operation, values, known);
        HttpResponse<String> reply = http.send(request, BodyHandlers.ofString());
        for (String fault : faults(operation, reply)) {
          faults.add("%s %s, call %d: %s".formatted(operation.method(), request.uri(), i, fault));
        }
        if (known && reply.statusCode() == 401) {
          organisation = new Organisation(organisation.tenant(), cast.again(organisation.owner()));
        }
      }
      return new Outcome(calls, faults);
    }

    private List<String> ids() {
      return List.of(
          organisation.tenant().toString(),
          organisation.owner().id().toString(),
          organisation.owner().account().personalTenant().toString());
    }

    private HttpRequest request(Operation operation, Values values, boolean known) {
      String path = operation.path();
      List<String> query = new ArrayList<>();
      List<String> headers = new ArrayList<>();
      for (Operation.Parameter parameter : operation.parameters()) {
        String encoded = URLEncoder.encode(values.text(parameter.schema()), StandardCharsets.UTF_8);
        switch (parameter.in()) {
          case "path" -> path = path.replace("{" + parameter.name() + "}", shortened(encoded));
          case "query" -> {
            if (!values.chance(20)) {
              query.add(parameter.name() + "=" + shortened(encoded));
            }
          }
          default -> {
            if (values.chance(30)) {
              headers.addAll(List.of(parameter.name(), shortened(encoded)));
            }
          }
        }
      }
      if (values.chance(50)) {
        query.add("odd=%ff"); // bytes that are no text
      }
      String whole = query.isEmpty() ? path : path + "?" + String.join("&", query);
      HttpRequest.Builder request =
          HttpRequest.newBuilder(address.resolve(whole)).timeout(Duration.ofSeconds(30));
      if (!headers.isEmpty()) {
        request.headers(headers.toArray(String[]::new));
      }
      Optional<byte[]> body = operation.body().map(values::body);
      request.method(
          operation.method(),
          body.map(BodyPublishers::ofByteArray).orElseGet(BodyPublishers::noBody));
      if (body.isPresent()) {
        request.header("Content-Type", values.chance(5) ? "text/plain" : "application/json");
      }
      String token = values.chance(3) ? "no.such.token" : organisation.owner().token();
      return known ? request.header("Authorization", "Bearer " + token).build() : request.build();
    }

    /** A request line has a limit, which has a test of its own. */
    private static String shortened(String value) {
      return value.length() > 1_000 ? "a".repeat(1_000) : value;
    }

    private List<String> faults(Operation operation, HttpResponse<String> reply)
        throws IOException {
      List<String> faults = new ArrayList<>();
      int status = reply.statusCode();
      if (status >= 500) {
        faults.add("answered " + status + " " + reply.body());
      }
      if (TRACE.matcher(reply.body()).find()) {
        faults.add("shows its inside: " + reply.body());
      }
      String type = reply.headers().firstValue("Content-Type").orElse("").replaceFirst(";.*", "");
      JsonNode described = operation.responses().path(status < 400 ? "" + status : "default");
      if (described.isMissingNode()) {
        faults.add("status " + status + " is not described");
      } else if (!reply.body().isEmpty()) {
        JsonNode schema = described.path("content").path(type).path("schema");
        if (schema.isMissingNode()) {
          faults.add("%d as %s is not described".formatted(status, type));
        } else if (type.endsWith("json")) {
          faults.addAll(schemaFaults(schema, reply.body()));
        }
      }
      return faults;
    }

    private List<String> schemaFaults(JsonNode schema, String body) {
      try {
        return schemas.faults(schema, json.readTree(body));
      } catch (JacksonException e) {
        return List.of("no JSON: " + body);
      }
    }
  }
}

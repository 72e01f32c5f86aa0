package ai.wikibuilder.server.api.hooks;

import ai.wikibuilder.server.api.InvalidInput;
import ai.wikibuilder.server.hooks.HookHost;
import ai.wikibuilder.server.hooks.Pushes;
import ai.wikibuilder.server.tenants.TenantException;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Where git hosts tell of pushes. A signature takes the place of a login. */
@RestController
final class HookApi {
  /** Bytes of a delivery; a push of hundreds of commits has some hundred thousand. */
  private static final int BYTE_COUNT_MAX = 1 << 20;

  private final Pushes pushes;

  HookApi(Pushes pushes) {
    this.pushes = pushes;
  }

  /**
   * What came of a delivery.
   *
   * @param state building or nothing
   * @param why nothing is done
   */
  record HeardReply(String state, @Nullable UUID buildId, @Nullable String why) {}

  /** The host is github, gitlab, bitbucket or gitea; the id is the hook's. */
  @PostMapping("/hooks/{host}")
  @ResponseStatus(HttpStatus.ACCEPTED)
  HeardReply hear(@PathVariable String host, @RequestParam UUID id, HttpServletRequest request)
      throws IOException {
    HookHost kind = HookHost.ofWord(host).orElseThrow(TenantException::notFound);
    byte[] body = request.getInputStream().readNBytes(BYTE_COUNT_MAX + 1);
    if (body.length > BYTE_COUNT_MAX) {
      throw new InvalidInput(
          "expected a delivery of at most %,d bytes, got more".formatted(BYTE_COUNT_MAX));
    }
    Pushes.Delivery delivery =
        new Pushes.Delivery(
            kind, id, header(request, kind.signatureHeader()), header(request, kind.eventHeader()));
    return switch (pushes.hear(delivery, body)) {
      case Pushes.Heard.Building building ->
          new HeardReply("building", building.build().id().value(), null);
      case Pushes.Heard.Nothing nothing -> new HeardReply("nothing", null, nothing.why());
    };
  }

  private static String header(HttpServletRequest request, String name) {
    return Optional.ofNullable(request.getHeader(name)).orElse("");
  }
}

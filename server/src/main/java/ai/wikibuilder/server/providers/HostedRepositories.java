package ai.wikibuilder.server.providers;

import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Lists what a token may read on a GitHub or GitLab. Threads may share it. */
public final class HostedRepositories {
  /** Repositories on one page, the most that both hosts give. */
  private static final int PAGE_SIZE = 100;

  private static final int TEXT_LENGTH_MAX = 1_000;

  private final Providers providers;
  private final ProviderHttp http;

  HostedRepositories(Providers providers, ProviderHttp http) {
    this.providers = providers;
    this.http = http;
  }

  /** One page, the latest worked on first. */
  public record Page(List<HostedRepository> repositories, boolean hasMore) {
    public Page {
      repositories = List.copyOf(repositories);
    }
  }

  /**
   * What the token may read.
   *
   * @param page from 1
   * @throws ProviderException UNKNOWN for a host that is neither configured nor known, DENIED when
   *     the host does not take the token, UNAVAILABLE
   */
  public Page list(String host, String token, int page) {
    Place place = place(host);
    boolean github = place.kind() == ProviderSettings.Kind.GITHUB;
    String query =
        github
            ? "/user/repos?sort=pushed&per_page=%d&page=%d"
            : "/projects?membership=true&simple=true&order_by=last_activity_at&per_page=%d&page=%d";
    HTTPResponse answer =
        http.get(URI.create(place.api() + query.formatted(PAGE_SIZE, page)), token);
    if (answer.getStatusCode() == HTTPResponse.SC_UNAUTHORIZED
        || answer.getStatusCode() == HTTPResponse.SC_FORBIDDEN) {
      throw new ProviderException(
          ProviderException.Kind.DENIED,
          "%s does not take the token any more, or it may not list repositories. Leave a new one"
                  .formatted(host)
              + " in the settings.",
          null);
    }
    try {
      answer.ensureStatusCode(HTTPResponse.SC_OK);
      List<HostedRepository> repositories = new ArrayList<>();
      for (Object item : answer.getBodyAsJSONArray()) {
        if (item instanceof Map<?, ?> found) {
          repository(found, github).ifPresent(repositories::add);
        }
      }
      return new Page(repositories, hasMore(answer));
    } catch (ParseException e) {
      throw ProviderHttp.unavailable(e);
    }
  }

  private record Place(ProviderSettings.Kind kind, URI api) {}

  /** The two public hosts are known without being configured. */
  private Place place(String host) {
    return providers
        .ofGitHost(host)
        .map(provider -> new Place(provider.kind(), provider.api()))
        .or(() ->
            switch (host) {
              case "github.com" ->
                  Optional.of(
                      new Place(
                          ProviderSettings.Kind.GITHUB, URI.create("https://api.github.com")));
              case "gitlab.com" ->
                  Optional.of(
                      new Place(
                          ProviderSettings.Kind.GITLAB, URI.create("https://gitlab.com/api/v4")));
              default -> Optional.empty();
            })
        .orElseThrow(() ->
            new ProviderException(
                ProviderException.Kind.UNKNOWN,
                "Repositories of %s cannot be listed: expected github.com, gitlab.com or the host of"
                        .formatted(host)
                    + " a configured GitHub or GitLab. They can be added by their address.",
                null));
  }

  private static boolean hasMore(HTTPResponse answer) {
    String link = answer.getHeaderValue("Link");
    String next = answer.getHeaderValue("X-Next-Page");
    return (link != null && link.contains("rel=\"next\"")) || (next != null && !next.isBlank());
  }

  private static Optional<HostedRepository> repository(Map<?, ?> found, boolean github) {
    Optional<String> name = text(found, github ? "full_name" : "path_with_namespace");
    Optional<String> address = text(found, github ? "clone_url" : "http_url_to_repo");
    boolean isPrivate =
        github
            ? Boolean.TRUE.equals(found.get("private"))
            : !"public".equals(found.get("visibility"));
    return name.isEmpty() || address.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new HostedRepository(name.get(), address.get(), isPrivate, text(found, "description")));
  }

  /** The other side's text, as it is shown. */
  private static Optional<String> text(Map<?, ?> found, String field) {
    return found.get(field) instanceof String text && !text.isBlank()
        ? Optional.of(text.length() <= TEXT_LENGTH_MAX ? text : text.substring(0, TEXT_LENGTH_MAX))
        : Optional.empty();
  }
}

package ai.wikibuilder.server.providers;

import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.oauth2.sdk.util.JSONObjectUtils;
import java.net.URI;
import java.util.Map;
import java.util.Optional;

/** Asks a GitHub who a token stands for; it speaks no OpenID Connect. */
final class GitHubProfile {
  private final ProviderHttp http;

  GitHubProfile(ProviderHttp http) {
    this.http = http;
  }

  /**
   * Who it is. The number is the person; names are given to others when they become free.
   *
   * @throws ProviderException UNAVAILABLE when the answer is none
   */
  Claims of(ProviderSettings provider, String token) {
    try {
      HTTPResponse user = asked(provider, "/user", token);
      Map<String, Object> profile = user.getBodyAsJSONObject();
      if (!(profile.get("id") instanceof Number id)) {
        throw new ParseException("the id is missing");
      }
      String login = JSONObjectUtils.getString(user.getBodyAsJSONObject(), "login", "");
      return new Claims(Long.toString(id.longValue()), email(provider, token), login);
    } catch (ParseException e) {
      throw ProviderHttp.unavailable(e);
    }
  }

  /** The profile's own e-mail is what its owner typed; only this list says what is verified. */
  private Optional<String> email(ProviderSettings provider, String token) throws ParseException {
    for (Object item : asked(provider, "/user/emails", token).getBodyAsJSONArray()) {
      if (item instanceof Map<?, ?> address
          && Boolean.TRUE.equals(address.get("primary"))
          && Boolean.TRUE.equals(address.get("verified"))
          && address.get("email") instanceof String email) {
        return Optional.of(email);
      }
    }
    return Optional.empty();
  }

  private HTTPResponse asked(ProviderSettings provider, String path, String token)
      throws ParseException {
    HTTPResponse response = http.get(URI.create(provider.api() + path), token);
    response.ensureStatusCode(HTTPResponse.SC_OK);
    return response;
  }
}

package ai.wikibuilder.server.keys;

import ai.wikibuilder.models.endpoints.Provider;

/**
 * A key and the models it is for; shows no key.
 *
 * @param cheap for names, plans and short questions
 * @param strong for what people read
 */
public record OwnModel(Provider provider, String key, String cheap, String strong) {
  @Override
  public String toString() {
    return provider.key() + ", " + strong;
  }
}

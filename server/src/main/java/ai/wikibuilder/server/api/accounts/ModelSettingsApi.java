package ai.wikibuilder.server.api.accounts;

import ai.wikibuilder.models.endpoints.Provider;
import ai.wikibuilder.server.accounts.tokens.Caller;
import ai.wikibuilder.server.accounts.tokens.Scope;
import ai.wikibuilder.server.api.Admission;
import ai.wikibuilder.server.api.Input;
import ai.wikibuilder.server.api.InvalidInput;
import ai.wikibuilder.server.keys.ModelKey;
import ai.wikibuilder.server.keys.ModelKeys;
import ai.wikibuilder.server.keys.OwnModel;
import ai.wikibuilder.server.tenants.Role;
import ai.wikibuilder.server.tenants.TenantId;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The caller's own model key in a tenant. It goes in and never comes out. */
@RestController
@RequestMapping("/api/settings/model")
final class ModelSettingsApi {
  /** Keys of providers have 20 to some 200 characters. */
  private static final int KEY_LENGTH_MIN = 8;

  private static final int KEY_LENGTH_MAX = 4_096;

  private static final int NAME_LENGTH_MAX = 100;

  private final ModelKeys keys;
  private final Admission admission;

  ModelSettingsApi(ModelKeys keys, Admission admission) {
    this.keys = keys;
    this.admission = admission;
  }

  /**
   * Which key is used.
   *
   * @param source central is the installation's, own the caller's
   */
  record ModelSettingsReply(
      String source,
      @Nullable String provider,
      @Nullable String model,
      @Nullable String lastFour,
      @Nullable Instant updatedAt) {
    static ModelSettingsReply of(ModelKey key) {
      return new ModelSettingsReply(
          "own", key.provider().key(), key.strong(), key.lastFour(), key.updatedAt());
    }
  }

  @GetMapping
  ModelSettingsReply show(
      @AuthenticationPrincipal Caller caller,
      @RequestParam(required = false) @Nullable UUID tenant) {
    TenantId admitted = admission.admit(caller, tenant, Role.MEMBER, Scope.ACCOUNT);
    return keys.find(admitted, caller.user())
        .map(ModelSettingsReply::of)
        .orElseGet(() -> new ModelSettingsReply("central", null, null, null, null));
  }

  /**
   * A key.
   *
   * @param provider whose it is; only those with an address of their own, such as openai
   * @param model the provider's name of the model for what people read
   * @param cheapModel for names, plans and short questions; the same where it is left out
   */
  record ModelKeyRequest(
      @Nullable UUID tenant,
      @Nullable String provider,
      @Nullable String key,
      @Nullable String model,
      @Nullable String cheapModel) {
    @Override
    public String toString() {
      return "ModelKeyRequest";
    }
  }

  @PutMapping
  ModelSettingsReply put(
      @AuthenticationPrincipal Caller caller, @RequestBody ModelKeyRequest wish) {
    TenantId tenant = admission.admit(caller, wish.tenant(), Role.MEMBER, Scope.ACCOUNT);
    Provider provider = provider(Input.text("provider", wish.provider(), NAME_LENGTH_MAX));
    String key = Input.text("key", wish.key(), KEY_LENGTH_MAX);
    if (key.length() < KEY_LENGTH_MIN) {
      throw new InvalidInput("key: expected at least %d characters".formatted(KEY_LENGTH_MIN));
    }
    String strong = Input.text("model", wish.model(), NAME_LENGTH_MAX);
    String cheap =
        wish.cheapModel() == null
            ? strong
            : Input.text("cheapModel", wish.cheapModel(), NAME_LENGTH_MAX);
    keys.put(tenant, caller.user(), new OwnModel(provider, key, cheap, strong));
    return keys.find(tenant, caller.user()).map(ModelSettingsReply::of).orElseThrow();
  }

  private static Provider provider(String name) {
    return Provider.ofKey(name)
        .filter(provider -> provider.baseUrl().isPresent())
        .orElseThrow(() -> new InvalidInput("provider: expected one of " + providers()));
  }

  private static List<String> providers() {
    return Arrays.stream(Provider.values())
        .filter(provider -> provider.baseUrl().isPresent())
        .map(Provider::key)
        .toList();
  }

  @DeleteMapping
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void remove(
      @AuthenticationPrincipal Caller caller,
      @RequestParam(required = false) @Nullable UUID tenant) {
    keys.remove(admission.admit(caller, tenant, Role.MEMBER, Scope.ACCOUNT), caller.user());
  }
}
